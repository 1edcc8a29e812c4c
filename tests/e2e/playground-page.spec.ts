/** The playground as a part of its page: keyboard, layout, network, and the page without scripts. */

import { expect, test } from '@playwright/test';

import { freePlayground, scenarioOpened, openPlayground } from './playground-page.ts';

/** Not among TypeScript's own declarations yet. */
interface LayoutShift extends PerformanceEntry {
  readonly hadRecentInput: boolean;
  readonly sources: readonly {
    readonly node: Node | null;
    readonly previousRect: DOMRectReadOnly;
    readonly currentRect: DOMRectReadOnly;
  }[];
}

test('everything can be reached and left by keyboard', async ({ page }) => {
  const playground = await openPlayground(page, freePlayground);
  await playground.root.getByRole('radio', { name: 'leaky' }).focus();
  await page.keyboard.press('ArrowRight');
  await expect(playground.root.getByRole('radio', { name: 'fixed' })).toBeChecked();
  await playground.root.getByRole('button', { name: 'Edit' }).focus();
  await page.keyboard.press('Enter');
  await expect(playground.root.locator('.monaco-editor.focused')).toHaveCount(1);
  await page.keyboard.press('Tab');
  await expect(playground.root.locator('.monaco-editor.focused')).toHaveCount(0);
  await page.keyboard.press('Shift+Tab');
  await page.keyboard.type(' ');
  await expect(playground.root.locator('.ll-edit-rule')).toContainText('Tab indents');
  await page.keyboard.press('Escape');
  await page.keyboard.press('Tab');
  await expect(playground.root.locator('.monaco-editor.focused')).toHaveCount(0);
  await page.keyboard.press('Control+Enter');
  await playground.reach('finished');
  await expect(playground.status).toContainText('mine · No leak');
});

test('nothing moves when workbench, chart and editor take their places', async ({ page }) => {
  await page.addInitScript(() => {
    const shifts: string[] = [];
    Object.assign(window, { shifts });
    new PerformanceObserver((list) => {
      for (const entry of list.getEntries() as LayoutShift[]) {
        const inside = entry.sources.filter(({ node }) => node?.parentElement?.closest('[data-playground]'));
        // New words in a box that stays where it was are no move.
        const moved = inside.filter(
          ({ previousRect: from, currentRect: to }) => JSON.stringify(from) !== JSON.stringify(to),
        );
        if (!entry.hadRecentInput)
          shifts.push(
            ...moved.map(({ node, previousRect, currentRect }) =>
              JSON.stringify([node?.textContent, previousRect, currentRect]),
            ),
          );
      }
    }).observe({ type: 'layout-shift', buffered: true });
  });
  const playground = await openPlayground(page);
  const line = () => playground.root.getByText('class Logger').first().boundingBox();
  const text = await line();
  await playground.run.click();
  // The click itself opens the checks below.
  await expect(playground.panel).toBeVisible();
  const before = await playground.root.boundingBox();
  await playground.reach('finished');
  await playground.root.locator('.ll-code-page').click({ position: { x: 300, y: 22 } });
  await expect(playground.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await expect(playground.root.locator('.view-line').first()).toBeVisible();
  expect(await playground.root.boundingBox()).toEqual(before);
  const inEditor = await playground.root.locator('.view-line', { hasText: 'class Logger' }).boundingBox();
  expect(Math.abs((inEditor?.x ?? 0) - (text?.x ?? 0))).toBeLessThan(1.5);
  expect(Math.abs((inEditor?.y ?? 0) - (text?.y ?? 0))).toBeLessThan(3);
  expect(await page.evaluate(() => (window as unknown as { shifts: string[] }).shifts)).toEqual([]);
});

test('the page asks no other origin, and fetches editor and chart only when they are wanted', async ({
  page,
}) => {
  const asked: string[] = [];
  page.on('request', (request) => asked.push(request.url()));
  const playground = await openPlayground(page);
  const heavy = () => asked.filter((url) => /program-worker|editor\.api|live-chart/.test(url));
  expect(heavy()).toEqual([]);
  await playground.run.click();
  await playground.reach('finished');
  await playground.root.getByRole('button', { name: 'Edit' }).click();
  await expect(playground.root.locator('.monaco-editor')).toBeVisible();
  expect(heavy()).not.toEqual([]);
  const origin = new URL(page.url()).origin;
  expect(
    asked.filter((url) => !url.startsWith(origin) && !url.startsWith('data:') && !url.startsWith('blob:')),
  ).toEqual([]);
});

test('wheel and page go on together at the end of the code', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.root.getByRole('button', { name: 'Edit' }).click();
  const editor = playground.root.locator('.monaco-editor').first();
  await expect(editor).toBeVisible();
  const box = await editor.boundingBox();
  await page.mouse.move((box?.x ?? 0) + 200, (box?.y ?? 0) + 100);
  const top = await page.evaluate(() => scrollY);
  const wheelDown = async () => {
    await page.mouse.wheel(0, 600);
    return page.evaluate(() => scrollY);
  };
  // A pause between turns, because a browser sends all wheel events of one gesture to the same box.
  await expect.poll(wheelDown, { intervals: [800] }).toBeGreaterThan(top);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the programs, the recorded chart, its sentence and its table are there', async ({ page }) => {
    await page.goto(freePlayground);
    const root = page.locator(`[data-playground="${scenarioOpened}"]`);
    await expect(root.getByText('class CnchServerResource').first()).toBeVisible();
    await expect(root.locator('.ll-run-sentence')).toContainText('leaky grows by 1.00 per transaction');
    await expect(root.locator('polyline')).toHaveCount(2);
    await root.getByText('fixed', { exact: true }).first().click();
    await expect(root.locator('.ll-code-given[data-program="fixed"]')).toBeVisible();
    await expect(root.locator('.ll-code-given[data-program="leaky"]')).toBeHidden();
    await root.getByText('The numbers as a table').click();
    await expect(root.getByRole('table')).toContainText('10,000');
  });
});
