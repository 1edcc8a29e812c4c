/** What can be read and reached: on narrow screens, by finger, by keyboard, in print and in forced colours. */

import { globSync } from 'node:fs';
import { expect, type Locator, type Page, test } from '@playwright/test';

import { openPlayground } from './playground-page.ts';

const paths = globSync('**/index.html', { cwd: 'dist' })
  .map((file) => file.replaceAll('\\', '/').replace(/index\.html$/, ''))
  // One page for a frame stands for all of them, which differ in their programs alone.
  .filter((path) => !path.startsWith('embed/') || path === 'embed/capstone/')
  .sort();

/** Sizes on the screen of the words in drawings and charts that are smaller than 11 px, with the words. */
function smallWords(page: Page): Promise<readonly string[]> {
  return page.evaluate(() => {
    const inDrawings = [...document.querySelectorAll<SVGTextElement>('main svg text')].map((text) => {
      const matrix = text.getScreenCTM();
      const scale = matrix === null ? 1 : Math.hypot(matrix.a, matrix.b);
      return { text, size: scale * Number.parseFloat(getComputedStyle(text).fontSize) };
    });
    const inCharts = [...document.querySelectorAll<HTMLElement>('main figure :not(svg *)')].map((text) => ({
      text,
      size: Number.parseFloat(getComputedStyle(text).fontSize),
    }));
    return [...inDrawings, ...inCharts]
      .filter(({ text, size }) => size < 11 && text.getBoundingClientRect().width > 1)
      .map(({ text, size }) => `${size.toFixed(1)} px: ${text.textContent.trim()}`);
  });
}

for (const width of [320, 390, 768, 1280]) {
  test(`no figure has words below 11 px, and no page scrolls sideways, at ${width} px`, async ({ page }) => {
    await page.setViewportSize({ width, height: 800 });
    for (const path of paths) {
      await page.goto(`/${path}`);
      expect.soft(await smallWords(page), path).toEqual([]);
      const over = await page.evaluate(() => {
        const { scrollWidth, clientWidth } = document.documentElement;
        return scrollWidth - clientWidth;
      });
      expect.soft(over, `${path} scrolls sideways`).toBeLessThanOrEqual(0);
    }
  });
}

test('a table that is too wide scrolls in a box that takes the focus and has a name', async ({ page }) => {
  await page.setViewportSize({ width: 320, height: 800 });
  await page.goto('/reference/free-playground/');
  const box = page.locator('.ll-table').first();
  await expect(box).toHaveAccessibleName(/^Table: Scenario/);
  await box.focus();
  await page.keyboard.press('ArrowRight');
  await expect.poll(() => box.evaluate(({ scrollLeft }) => scrollLeft)).toBeGreaterThan(0);
});

/** Shows the chart of the chapter's playground, alive. */
async function openChart(page: Page): Promise<{ readonly root: Locator; readonly reading: Locator }> {
  const { root } = await openPlayground(page);
  const reveal = root.locator('.ll-reveal');
  if (await reveal.isVisible()) await reveal.check();
  // The picture on the page takes the focus, and hands it on to the chart that takes its place.
  await root.locator('button.ll-run-end').first().focus();
  const reading = root.getByRole('slider', { name: 'Read the chart' });
  await expect(reading).toBeVisible();
  return { root, reading };
}

test('labels stand in the order of their values, and one hides its line by keyboard', async ({ page }) => {
  const { root } = await openChart(page);
  const labels = root.locator('button.ll-run-end');
  await expect(labels).toHaveText([/^leaky 10,000$/, /^a fixed version 1$/]);
  const [leaky, fixed] = await Promise.all([0, 1].map((index) => labels.nth(index).boundingBox()));
  expect(leaky?.y).toBeLessThan(fixed?.y ?? 0);
  await expect(labels.first()).toBeFocused();
  await page.keyboard.press('Space');
  await expect(labels.first()).toHaveAttribute('aria-pressed', 'false');
  await expect(root.locator('.ll-run-y-tick').last()).toHaveText('1');
  await page.keyboard.press('Enter');
  await expect(labels.first()).toHaveAttribute('aria-pressed', 'true');
  await expect(root.locator('.ll-run-y-tick').last()).toHaveText('10,000');
});

test('arrow keys read the chart', async ({ page }) => {
  const { reading } = await openChart(page);
  await reading.focus();
  await page.keyboard.press('End');
  await expect(reading).toHaveAttribute('aria-valuetext', /s: leaky 10,000; a fixed version 1$/);
  await page.keyboard.press('ArrowLeft');
  await expect(reading).not.toHaveAttribute('aria-valuetext', /leaky 10,000/);
});

test.describe('on a phone', () => {
  test.use({ viewport: { width: 390, height: 844 }, hasTouch: true, isMobile: true });

  test('a tap on the chart shows the values there until the focus goes elsewhere', async ({ page }) => {
    const { root } = await openPlayground(page);
    await root.getByRole('radio', { name: 'Chart' }).check();
    const reveal = root.locator('.ll-reveal');
    if (await reveal.isVisible()) await reveal.check();
    await root.locator('.ll-run-plot').tap();
    const reading = root.getByRole('slider', { name: 'Read the chart' });
    await reading.tap();
    await expect(reading.locator('b')).toHaveCount(2);
  });

  test('what is tapped is at least 44 px high', async ({ page }) => {
    const { root } = await openPlayground(page);
    const targets = [
      root.getByRole('button', { name: /^Run(?! a fixed)/ }),
      root.getByRole('button', { name: 'Run a fixed version' }),
      root.getByRole('button', { name: 'Edit' }),
      root.locator('.ll-workload > summary'),
      root.locator('.ll-tab-row > label').first(),
      page.locator('a.ll-lines').first(),
      page.locator('.ll-quiz button').first(),
      page.locator('.ll-quiz label').first(),
    ];
    for (const target of targets) {
      const box = await target.boundingBox();
      expect.soft(box?.height, String(target)).toBeGreaterThanOrEqual(44);
    }
    await root.locator('.ll-workload > summary').click();
    const field = root.locator('.ll-workload-field input').first();
    expect(Number.parseFloat(await field.evaluate((input) => getComputedStyle(input).fontSize))).toBe(16);
  });

  test('the landing page says where to begin without scrolling, and has a menu', async ({ page }) => {
    await page.goto('/');
    await expect(page.locator('.ll-start-here .ll-button')).toBeInViewport();
    await page.getByRole('button', { name: 'Menu' }).click();
    await expect(page.locator('.sidebar-content starlight-theme-select')).toBeVisible();
  });
});

test('a phone on its side has the sidebar in its menu', async ({ page }) => {
  await page.setViewportSize({ width: 844, height: 390 });
  await page.goto('/course/03-a-logger-per-transaction/');
  await expect(page.locator('.sidebar-content')).toBeHidden();
  await page.getByRole('button', { name: 'Menu' }).click();
  await expect(page.locator('.sidebar-content')).toBeVisible();
});

test('on paper stand the picture of the last run and the whole program, dark page or not', async ({
  page,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const playground = await openPlayground(page);
  await playground.run.click();
  await playground.reach('finished');
  await playground.root.getByRole('button', { name: 'Edit' }).click();
  await expect(playground.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await page.emulateMedia({ media: 'print', colorScheme: 'dark' });
  const { root } = playground;
  await expect(root.locator('.ll-code-host')).toBeHidden();
  await expect(root.locator('.ll-run-canvas canvas')).toBeHidden();
  // A flat line has no height, and does not count as visible.
  await expect(root.locator('.ll-run-line[data-role=leaky]:not([data-faded=true])').first()).toBeVisible();
  await expect(root.locator('.ll-code-given[data-program="leaky"]')).toBeVisible();
  const box = root.locator('.ll-code-box');
  expect(await box.evaluate(({ scrollWidth, clientWidth }) => scrollWidth - clientWidth)).toBe(0);
  expect(await box.evaluate(({ scrollHeight, clientHeight }) => scrollHeight - clientHeight)).toBeLessThan(2);
  const ink = await page
    .locator('.sl-markdown-content > p')
    .first()
    .evaluate((text) => getComputedStyle(text).color);
  expect(ink).toBe('rgb(22, 25, 28)');
});

test('the step table keeps the current row in view with the buttons', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  await page.goto('/course/02-inside-cnchserverresource/');
  const walk = page.locator('ll-transaction-steps');
  await walk.evaluate((element) => element.scrollIntoView({ behavior: 'instant' }));
  for (let step = 0; step < 20; step++) await walk.getByRole('button', { name: 'Next call' }).click();
  await expect(walk.locator('[aria-current]')).toBeInViewport({ ratio: 0.95 });
  await expect(walk.getByRole('button', { name: 'Back' })).toBeInViewport();
});

test('in forced colours only the current tab and the current entry carry the mark', async ({ page }) => {
  await page.emulateMedia({ forcedColors: 'active' });
  await openPlayground(page);
  const marks = (selector: string, side: 'borderBottomColor' | 'borderInlineStartColor') =>
    page.locator(selector).evaluateAll((tabs, edge) => {
      const canvas = getComputedStyle(document.body).backgroundColor;
      return tabs.filter((tab) => getComputedStyle(tab)[edge] !== canvas).length;
    }, side);
  expect(await marks('.ll-code-pane .ll-tab-row > label', 'borderBottomColor')).toBe(1);
  expect(await marks('.sidebar-content a', 'borderInlineStartColor')).toBe(1);
});

test('what the landing page keeps is its own, and chapters show it nothing of theirs', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write('export {}; // mine of the chapter');
  await page.goto('/');
  const root = page.locator('[data-playground]');
  await root.scrollIntoViewIfNeeded();
  await expect(root).toHaveAttribute('data-ready', '');
  await expect(root.getByRole('radio', { name: 'leaky' })).toBeChecked();
  await expect(root.getByRole('radio', { name: 'mine' })).toBeDisabled();
});

test('a chapter has its number in its title, an image for those who link to it, and a named playground', async ({
  page,
}) => {
  await page.goto('/course/03-a-logger-per-transaction/');
  await expect(page).toHaveTitle(/^3\. A logger per transaction/);
  const image = await page.locator('meta[property="og:image"]').getAttribute('content');
  expect((await page.request.get(image ?? '')).ok()).toBe(true);
  await expect(page.getByRole('region', { name: 'Playground: Logger per transaction' })).toBeVisible();
  await expect(page.getByRole('group', { name: 'Code: leaky' })).toBeVisible();
});
