/** Every built page: its links and anchors lead somewhere, it is accessible, it has a head, and it keeps to its own origin. */

import { globSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

const paths = globSync('**/index.html', { cwd: 'dist' })
  .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
  .sort();

/** One page for a frame stands for all of them, which differ in their programs alone. */
const lookedAt = paths.filter((path) => !path.startsWith('embed/') || path === 'embed/capstone/');

/** What a page says of itself, read in the page. */
interface PageFacts {
  readonly title: string;
  readonly description: string;
  readonly headings: number;
  readonly ids: readonly string[];
  readonly links: readonly string[];
}

function readFacts(page: Page): Promise<PageFacts> {
  return page.evaluate(() => ({
    title: document.title,
    description: document.querySelector<HTMLMetaElement>('meta[name="description"]')?.content ?? '',
    headings: document.querySelectorAll('h1').length,
    ids: [...document.querySelectorAll('[id]')].map(({ id }) => id),
    links: [...document.querySelectorAll<HTMLAnchorElement>('a[href]')].map(({ href }) => href),
  }));
}

/** What is wrong with the links of `from`, a sentence each. */
function brokenLinks(from: string, origin: string, pages: ReadonlyMap<string, PageFacts>): string[] {
  return (pages.get(from)?.links ?? []).flatMap((link) => {
    const { origin: to, pathname, hash } = new URL(link);
    if (to !== origin || /\.\w+$/.test(pathname)) return [];
    const target = pages.get(pathname.slice(1));
    if (target === undefined) return [`${from}: there is no page ${pathname}`];
    const id = decodeURIComponent(hash.slice(1));
    return id === '' || target.ids.includes(id) ? [] : [`${from}: ${pathname} has no #${id}`];
  });
}

test('there are pages to look at', () => {
  expect(paths).toContain('');
  expect(paths.length).toBeGreaterThan(8);
});

test('every page has a head, and no link or anchor inside the site is broken', async ({ page, baseURL }) => {
  const pages = new Map<string, PageFacts>();
  const strangers = new Set<string>();
  const origin = new URL(baseURL ?? '').origin;
  page.on('request', (request) => {
    const url = new URL(request.url());
    if (url.protocol.startsWith('http') && url.origin !== origin) strangers.add(request.url());
  });
  for (const path of paths) {
    await page.goto(`/${path}`, { waitUntil: 'load' });
    const facts = await readFacts(page);
    pages.set(path, facts);
    expect.soft(facts.title, path).toMatch(/\S/);
    expect.soft(facts.description.length, `description of ${path}`).toBeGreaterThan(20);
    expect.soft(facts.headings, `h1 of ${path}`).toBe(1);
  }
  expect(paths.flatMap((path) => brokenLinks(path, origin, pages))).toEqual([]);
  expect([...strangers], 'requests to other origins').toEqual([]);
  const listed = pages.get('reference/sources/')?.links ?? [];
  const outside = [...pages].flatMap(([path, { links }]) =>
    links
      .filter((link) => new URL(link).origin !== origin && !listed.includes(link))
      .map((link) => `${path}: ${link}`),
  );
  expect(outside, 'links outside that the sources page does not list').toEqual([]);
});

/** What axe finds on the page as it is, a line each; by all rules, or by some. */
async function violationsOn(page: Page, rules?: readonly string[]): Promise<readonly string[]> {
  // What passes is of no interest, and listing it takes as long as the rules themselves.
  // A page in a frame is a page of its own, and looked at as one.
  const axe = new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).exclude('iframe');
  const { violations } = await (rules === undefined ? axe : axe.withRules([...rules])).analyze();
  return violations.flatMap(({ id, nodes }) => nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`));
}

for (const path of lookedAt) {
  test(`axe finds nothing on /${path}, on a laptop and a phone, in light and dark`, async ({ page }) => {
    await page.emulateMedia({ colorScheme: 'light', reducedMotion: 'reduce' });
    await page.goto(`/${path}`, { waitUntil: 'load' });
    expect(await violationsOn(page)).toEqual([]);
    await page.setViewportSize({ width: 390, height: 844 });
    expect(await violationsOn(page)).toEqual([]);
    // Colours are all that a theme changes.
    await page.emulateMedia({ colorScheme: 'dark' });
    expect(await violationsOn(page, ['color-contrast'])).toEqual([]);
  });
}

test('a chapter in print shows its text and picture, and nothing that only a screen can use', async ({
  page,
}) => {
  const chapter = paths.find((path) => path.startsWith('course/')) ?? '';
  await page.goto(`/${chapter}`);
  await page.emulateMedia({ media: 'print' });
  await expect(page.locator('h1')).toBeVisible();
  await expect(page.locator('[data-playground] svg').first()).toBeVisible();
  for (const screenOnly of ['nav.sidebar', 'header.header', '.ll-contents']) {
    await expect(page.locator(screenOnly).first(), screenOnly).not.toBeVisible();
  }
});

test('a figure that the reader moves is one still picture in print', async ({ page }) => {
  await page.goto('/course/07-reference-counts/');
  await page.emulateMedia({ media: 'print' });
  const sliders = await page.locator('ll-frame-slider').all();
  expect(sliders.length).toBeGreaterThan(1);
  for (const slider of sliders) {
    await expect(slider.locator('[data-frame]').filter({ visible: true })).toHaveCount(1);
    await expect(slider.getByRole('slider')).toBeHidden();
  }
});
