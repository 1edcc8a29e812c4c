/** “Why alive”: what a run left behind, by which path, what a cut of it frees, and the same heap for other tools. */

import { readFileSync } from 'node:fs';

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

import { openPlayground, type Playground } from './playground-page.ts';

/** Runs the program in view and opens the panel. */
async function runAndLook(playground: Playground): Promise<void> {
  await playground.run.click();
  await playground.reach('finished');
  await openPanel(playground);
}

async function openPanel({ root, panel }: Playground): Promise<void> {
  await root.getByRole('tab', { name: 'Why alive' }).click();
  await expect(panel).toContainText('read after');
}

const free = 'playground/logger-per-transaction/';

test('the panel shows who holds the loggers, and the reference at fault', async ({ page }) => {
  const playground = await openPlayground(page, free);
  await playground.root.getByRole('tab', { name: 'Why alive' }).click();
  await expect(playground.panel).toContainText('Run the program first.');
  await runAndLook(playground);
  const { panel } = playground;
  const path = panel.locator('.ll-alive-path');
  await expect(path).toHaveCount(1);
  await expect(path.locator('.ll-alive-thing b')).toHaveText([
    'Root: module program',
    'Map',
    'Logger × 10,000',
  ]);
  await expect(path.locator('[data-faulty=true]')).toContainText('["SessionResource(*)"]');
  await expect(path.locator('[data-faulty=true]')).toContainText('set line 23 × 10,000');
  await expect(path.locator('[data-faulty=true]')).toContainText('delete × 0');
  await expect(path).toContainText('stuck: its transaction has ended, up to 9,999 transactions ago');
  await path.getByRole('button', { name: 'line 17' }).click();
  await expect(playground.root.locator('.line.ll-highlighted')).toHaveCount(1);
});

test('a cut frees what the panel said, and running on brings it back', async ({ page }) => {
  const playground = await openPlayground(page, free);
  await runAndLook(playground);
  const { panel } = playground;
  await expect(panel).toContainText('Would free 10,000 Loggers, 2.1 MiB.');
  await panel.getByRole('button', { name: 'Cut', exact: true }).click();
  await expect(panel.locator('.ll-alive-result')).toHaveText(
    'loggers["SessionResource(*)"] 10,000 Loggers freed, 2.1 MiB.',
  );
  await panel.getByRole('button', { name: 'Cut one' }).click();
  await expect(panel.locator('.ll-alive-result')).toContainText('1 Logger freed');
  await panel.getByRole('button', { name: 'Cut here' }).click();
  await expect(panel.locator('.ll-alive-result')).toHaveText('loggers 10,000 Loggers freed, 3.4 MiB.');
  await panel.getByRole('button', { name: 'Cut and run on' }).click();
  await expect(panel.locator('.ll-alive-result')).toContainText('1,000 more transactions: 1,000 Loggers.');
  await playground.run.click();
  await playground.reach('finished');
  await expect(panel).toContainText('read after');
});

test('a cut by keyboard keeps the focus where it was', async ({ page }) => {
  const playground = await openPlayground(page, free);
  await runAndLook(playground);
  const cut = playground.panel.getByRole('button', { name: 'Cut', exact: true });
  await expect(cut).toHaveAttribute('aria-disabled', 'false');
  await cut.focus();
  await page.keyboard.press('Enter');
  await expect(playground.panel.locator('.ll-alive-result')).toContainText('10,000 Loggers freed');
  await expect(cut).toBeFocused();
});

test('a program whose bytes grow where no path can be named is not called clean', async ({ page }) => {
  const playground = await openPlayground(page, 'playground/alert-on-slope/', 'alert-on-slope');
  await playground.write(readFileSync('playground/scenarios/alert-on-slope/wrong-keeps-all.ts', 'utf8'));
  await runAndLook(playground);
  await expect(playground.panel).toContainText('nothing that grows has its own path');
  await expect(playground.panel).not.toContainText('Nothing outlived its transaction');
});

test('a fixed program is clean, and its panel says what is alive', async ({ page }) => {
  const playground = await openPlayground(page, free);
  await playground.choose('fixed');
  await runAndLook(playground);
  await expect(playground.panel).toContainText('Nothing outlived its transaction');
  await expect(playground.panel).toContainText('Logger × 1');
  await expect(playground.panel.getByRole('button', { name: 'Cut' })).toHaveCount(0);
});

test('a program that died out of memory still shows its paths', async ({ page }) => {
  const playground = await openPlayground(page, free);
  await playground.set('Memory limit', '1');
  await playground.run.click();
  await playground.reach('failed');
  await playground.root.getByRole('tab', { name: 'Why alive' }).click();
  await expect(playground.panel).toContainText('read when the program died');
  await expect(playground.panel.locator('[data-faulty=true]')).toContainText('["SessionResource(*)"]');
  await expect(playground.panel.getByRole('button', { name: 'Cut' })).toHaveCount(0);
});

test('after an edit the panel says which run it shows', async ({ page }) => {
  const playground = await openPlayground(page, free);
  const source = await playground.root.locator('pre').first().innerText();
  await playground.write(`${source.replaceAll('\u00a0', ' ')}\n`);
  await playground.run.click();
  await playground.reach('finished');
  await openPanel(playground);
  await playground.root.locator('textarea.ll-code-plain').pressSequentially(' ');
  await expect(playground.panel).toContainText('You have edited the program since');
  await expect(playground.panel).toContainText('mine: ');
});

test('the heap is downloaded as a file in V8’s format', async ({ page }) => {
  const playground = await openPlayground(page, free);
  await runAndLook(playground);
  await expect(playground.panel).not.toContainText('once more');
  const downloading = page.waitForEvent('download');
  await playground.panel.getByRole('button', { name: 'Download .heapsnapshot' }).click();
  const download = await downloading;
  expect(download.suggestedFilename()).toBe('logger-per-transaction.heapsnapshot');
  const { snapshot, nodes, strings } = JSON.parse(readFileSync(await download.path(), 'utf8')) as {
    snapshot: { node_count: number; meta: { node_fields: string[]; node_types: [string[]] } };
    nodes: number[];
    strings: string[];
  };
  const { node_fields: fields, node_types: types } = snapshot.meta;
  expect(nodes.length).toBe(snapshot.node_count * fields.length);
  const isLogger = (at: number): boolean =>
    types[0][nodes[at]!] === 'object' && strings[nodes[at + 1]!] === 'Logger';
  const rows = Array.from({ length: snapshot.node_count }, (_, row) => row * fields.length);
  expect(rows.filter(isLogger).length).toBe(10_000);
});

for (const [width, scheme] of [
  [390, 'dark'],
  [1280, 'light'],
] as const) {
  test(`the panel fits and axe finds nothing at ${width} px, ${scheme}`, async ({ page }) => {
    await page.setViewportSize({ width, height: 844 });
    await page.addInitScript((theme) => localStorage.setItem('starlight-theme', theme), scheme);
    const playground = await openPlayground(page, free);
    await runAndLook(playground);
    expect(await overflow(page)).toBe(0);
    const { violations } = await new AxeBuilder({ page }).include('.ll-panel').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' ')}`)).toEqual(
      [],
    );
  });
}

function overflow(page: Page): Promise<number> {
  return page.evaluate(() => document.documentElement.scrollWidth - document.documentElement.clientWidth);
}
