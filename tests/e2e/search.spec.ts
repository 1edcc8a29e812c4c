/** The search of the header: it finds, it loses no letter, and it says when it cannot. */

import { globSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, type Page, test } from '@playwright/test';

import { chapter } from './playground-page.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search' });
const input = (page: Page) => dialog(page).getByRole('searchbox');
const status = (page: Page) => dialog(page).getByRole('status');
const hits = (page: Page) => dialog(page).getByRole('link');
const failed = 'Search could not be loaded. Reload the page.';

async function openSearch(page: Page, path = chapter): Promise<void> {
  await page.goto(path);
  await page.getByRole('button', { name: 'Search' }).click();
  await expect(input(page)).toBeFocused();
}

test('a word leads to a page that has it', async ({ page }) => {
  await openSearch(page, '');
  await input(page).fill('jemalloc');
  await expect(status(page)).toContainText('“jemalloc”');
  const first = hits(page).first();
  const address = await first.getAttribute('href');
  await first.click();
  await expect(page).toHaveURL(new RegExp(`${address ?? 'no address'}$`));
  await expect(page.locator('main')).toContainText(/jemalloc/i);
  await expect(dialog(page)).toBeHidden();
});

test('Enter opens the first hit', async ({ page }) => {
  await openSearch(page);
  await input(page).fill('find-or-create');
  const address = (await hits(page).first().getAttribute('href')) ?? 'no address';
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(new RegExp(`${address}$`));
  await expect(dialog(page)).toBeHidden();
});

test('what is typed at once after Ctrl+K is all there, and is found', async ({ page }) => {
  await page.goto(chapter);
  await expect(page.getByRole('button', { name: 'Search' })).toBeEnabled();
  await page.keyboard.press('Control+K');
  await page.keyboard.type('jemalloc');
  await expect(input(page)).toHaveValue('jemalloc');
  await expect(hits(page).first()).toBeVisible();
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test('a word that stands nowhere is said to', async ({ page }) => {
  await openSearch(page);
  await input(page).fill('xylophone');
  await expect(status(page)).toHaveText('Nothing found for “xylophone”.');
});

test('excerpts hold what is read, and nothing that is only told to some readers', async ({ page }) => {
  await openSearch(page);
  for (const word of ['registry', 'logger', 'reference', 'destructor']) {
    await input(page).fill(word);
    await expect(status(page)).toContainText(`“${word}”`);
    const text = await dialog(page).locator('ol').innerText();
    expect(text).not.toMatch(
      /\blines? \d+(?: to \d+)?\d*–?\d|±|✓|refined[A-Z]|confirmed[A-Z]|read \d+ min|Run as I type/,
    );
  }
});

const entry = /pagefind\/pagefind-entry\.json/;
const breaks: readonly (readonly [
  string,
  RegExp,
  { readonly status: number; readonly body: string } | undefined,
])[] = [
  ['the index is blocked', /\/pagefind\//, undefined],
  ['its code answers 404', /pagefind\.js/, { status: 404, body: '' }],
  ['its entry is empty', entry, { status: 200, body: '' }],
  ['its entry answers 404', entry, { status: 404, body: '<html>no</html>' }],
  ['its entry is another page', entry, { status: 200, body: '<html>log in</html>' }],
  ['its machine is missing', /wasm\..*\.pagefind/, { status: 404, body: 'no' }],
  ['its list of words is missing', /\.pf_meta/, { status: 404, body: 'no' }],
  ['a part of it is missing', /\.pf_index/, { status: 404, body: 'no' }],
  ['the pages that it names cannot be read', /\.pf_fragment/, { status: 404, body: 'no' }],
];

for (const [name, address, answer] of breaks) {
  test(`says that it could not be loaded when ${name}, and works once that is over`, async ({ page }) => {
    await page.route(address, (route) => (answer === undefined ? route.abort() : route.fulfill(answer)));
    await openSearch(page);
    await input(page).fill('logger');
    await expect(status(page)).toHaveText(failed);
    await expect(hits(page)).toHaveCount(0);
    await page.unroute(address);
    await page.keyboard.press('Escape');
    await page.getByRole('button', { name: 'Search' }).click();
    await expect(hits(page).first()).toBeVisible();
  });
}

test('the index that the build wrote has no empty file', () => {
  const parts = JSON.parse(readFileSync('dist/pagefind/parts.json', 'utf8')) as string[];
  expect(parts.length).toBeGreaterThan(0);
  for (const file of [...parts, 'pagefind-entry.json', 'pagefind.js'])
    expect(readFileSync(`dist/pagefind/${file}`).length, file).toBeGreaterThan(0);
});

/** The texts of all pages that can be searched; an excerpt is cut from them. Each file begins with Pagefind's mark. */
function searchedTexts(): readonly string[] {
  return globSync('dist/pagefind/fragment/*.pf_fragment').map((file) => {
    const json = gunzipSync(readFileSync(file))
      .toString()
      .replace(/^pagefind_dcd/, '');
    return (JSON.parse(json) as { readonly content: string }).content;
  });
}

test('no excerpt gives a hint away, nor what waits for the challenge to be passed', async ({ page }) => {
  const searched = searchedTexts().join('\n');
  expect(searched).toContain('jemalloc');
  for (const slug of ['03-a-logger-per-transaction', '12-lessons-and-capstone']) {
    await page.goto(`course/${slug}/`);
    const hidden = (await page.locator('.ll-hint > p, ll-after-challenge p').allTextContents())
      .map((text) => text.replace(/\s+/g, ' ').trim().slice(0, 40))
      .filter((text) => text !== '');
    expect(hidden.length).toBeGreaterThan(2);
    const found = hidden.filter((text) => searched.includes(text));
    expect(found, slug).toEqual([]);
  }
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  for (const colorScheme of ['light', 'dark'] as const) {
    test(`no search and no choice of theme is shown, and the page is ${colorScheme}`, async ({ page }) => {
      await page.emulateMedia({ colorScheme });
      await page.goto(chapter);
      await expect(page.getByRole('button', { name: 'Search' })).toBeHidden();
      await expect(page.locator('starlight-theme-select').first()).toBeHidden();
      const [red = 0] =
        (await page.locator('body').evaluate((body) => getComputedStyle(body).backgroundColor))
          .match(/\d+/g)
          ?.map(Number) ?? [];
      if (colorScheme === 'light') expect(red).toBeGreaterThan(200);
      else expect(red).toBeLessThan(60);
    });
  }
});
