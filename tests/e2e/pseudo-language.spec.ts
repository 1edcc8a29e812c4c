/** English made strange in place of a second language: each word of the interface is from a dictionary, and longer ones have room. */

import { existsSync } from 'node:fs';
import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

import { scenarioOpened, alivePlayground } from './playground-page.ts';

/** What is not the interface's, by where it stands. All else has to come from a dictionary. */
const othersWords = {
  'code, with what an editor brings': 'pre, code, .ll-code-own, .monaco-editor, textarea',
  'the names of the site and of languages': '[translate="no"], starlight-lang-select option',
  'titles of pages and sections':
    'h1, title, .ll-contents li, mobile-starlight-toc li, .display-current, .link-title',
  'titles of pages in lists': '.sidebar-content a, [data-chapters]',
  'names of sources': '.ll-evidence .sources a',
  'questions, answers and hints of a chapter':
    '.ll-predict label, .ll-quiz legend, .ll-quiz label, .ll-quiz details p, .ll-hint > :not(summary)',
  'what a chapter teaches, and where it leads': '.ll-learn li, .ll-recap li, .ll-recap .bridge',
  'a walk through a transaction, whose words its chapter brings': '.transaction-steps',
  'what a program has written': '.ll-line-list span, .ll-line-list [data-level] > b',
  'programs to start from, whose names their scenario brings': '.ll-start-from option',
};

const chapter = '/en-xa/course/03-a-logger-per-transaction/';
const pages = [
  '/en-xa/',
  chapter,
  `/en-xa/playground/${scenarioOpened}/`,
  '/en-xa/reference/free-playground/',
] as const;

test.beforeAll(() => {
  const isBuilt = existsSync('test-results/pseudo-language/index.html');
  expect(isBuilt, 'npm test builds this site; by hand, PSEUDO_LANGUAGE=1 npm run build does').toBe(true);
});

/** Texts of the interface, shown or read out, with letters outside brackets. */
function strangeTexts(page: Page): Promise<readonly string[]> {
  return page.evaluate((others) => {
    const spoken = ['aria-label', 'aria-description', 'aria-valuetext', 'title', 'placeholder', 'alt'];
    const isOthers = (element: Element): boolean =>
      element.closest(others) !== null ||
      (element.closest('.sl-markdown-content') !== null && element.closest('.not-content') === null);
    const isSeen = (element: Element): boolean => element.checkVisibility({ visibilityProperty: true });
    const texts: string[] = [];
    for (const element of document.body.querySelectorAll('*')) {
      if (/^(?:SCRIPT|STYLE|NOSCRIPT|TEMPLATE)$/.test(element.tagName)) continue;
      if (isOthers(element) || !isSeen(element)) continue;
      const own = [...element.childNodes].filter(({ nodeType }) => nodeType === Node.TEXT_NODE);
      texts.push(own.map(({ textContent }) => textContent ?? '').join(' '));
      texts.push(...spoken.map((name) => element.getAttribute(name) ?? ''));
    }
    // A command to copy is no sentence.
    return texts.filter((text) => !text.startsWith('npm run ') && /\p{L}/u.test(outsideBrackets(text)));

    /** Without what stands in brackets, and without numbers and their units. */
    function outsideBrackets(text: string): string {
      let depth = 0;
      let rest = '';
      for (const character of text) {
        if (character === '[') depth += 1;
        if (depth === 0) rest += character;
        if (character === ']') depth -= 1;
      }
      return rest.replaceAll(/[\d.,]+\s*(?:B|kB|MB|KiB|MiB|ms|s)\b/g, '');
    }
  }, Object.values(othersWords).join(', '));
}

/** That all words are from a dictionary, that axe finds nothing, and that nothing is pushed out of the page. */
async function expectWellTranslated(page: Page, when: string): Promise<void> {
  expect.soft(await strangeTexts(page), `words from elsewhere ${when}`).toEqual([]);
  for (const width of [1280, 390]) {
    await page.setViewportSize({ width, height: 900 });
    const { violations } = await new AxeBuilder({ page }).options({ resultTypes: ['violations'] }).analyze();
    const found = violations.flatMap(({ id, nodes }) =>
      nodes.map(({ html }) => `${id}: ${html.slice(0, 160)}`),
    );
    expect.soft(found, `found by axe ${when} at ${width} px`).toEqual([]);
    const over = await page.evaluate(() => {
      const { scrollWidth, clientWidth } = document.documentElement;
      return scrollWidth - clientWidth;
    });
    expect.soft(over, `scrolls sideways ${when} at ${width} px`).toBeLessThanOrEqual(0);
  }
  await page.setViewportSize({ width: 1280, height: 900 });
}

for (const path of pages) {
  test(`${path} has all words of its interface from a dictionary, and room for them`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path, { waitUntil: 'load' });
    await expect(page.locator('html')).toHaveAttribute('lang', 'en-XA');
    await expectWellTranslated(page, 'as the page comes');
  });
}

for (const path of [chapter, `/en-xa/playground/${scenarioOpened}/`]) {
  test(`${path} says what it does from a dictionary while it is used`, async ({ page }) => {
    await page.emulateMedia({ reducedMotion: 'reduce' });
    await page.goto(path);
    const { root, reach, panel } = await alivePlayground(page);
    const reveal = root.locator('.ll-reveal');
    if (await reveal.isVisible()) await reveal.check();
    await root.locator('.ll-run-button').click();
    await reach('finished');
    for (const tab of await root.getByRole('tab').all()) {
      await tab.click();
      await expect(panel).toBeVisible();
      expect.soft(await strangeTexts(page), 'words from elsewhere after a run').toEqual([]);
    }
    await root.locator('.ll-workload > summary').click();
    await root.locator('input[name=transactions]').fill('many');
    await root.locator('.ll-run-table > summary').click();
    await root.locator('.ll-edit-bar input[type=checkbox]').check();
    await root.locator('textarea').fill('class {');
    await expectWellTranslated(page, 'after a run and an edit');
  });
}

test('the search says from a dictionary what it finds', async ({ page }) => {
  await page.goto(chapter);
  await page.locator('site-search .open').click();
  await page.getByRole('searchbox').fill('logger');
  await expect(page.locator('site-search [role=status]')).toHaveText(/^\[\d+ .*“lóoggéer”.*\]$/);
});

test('links between pages stay in the language', async ({ page }) => {
  await page.goto('/en-xa/');
  const hrefs = await page
    .locator('main a[href], .sidebar-content a[href]')
    .evaluateAll((links) =>
      links.map((link) => new URL((link as HTMLAnchorElement).href)).map(({ pathname }) => pathname),
    );
  expect(
    hrefs.filter(
      (href) => !href.startsWith('/en-xa/') && !/\.\w+$/.test(href) && !href.startsWith('/ByConity'),
    ),
  ).toEqual([]);
});
