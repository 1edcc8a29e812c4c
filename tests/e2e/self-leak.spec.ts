/** The page that teaches leaks has none: thirty runs, and eight visits, leave nodes, listeners, workers and heap as they were. */

import { type CDPSession, expect, type Page, test } from '@playwright/test';

import { selfLeak } from '#src/self-leak.ts';
import { openPlayground, type Playground, scenarioOpened } from './playground-page.ts';

const { most } = selfLeak;
/** Runs after which caches and compiled code have settled. */
const warmUp = 12;

/** What a page holds after a full collection. */
interface Held {
  readonly nodes: number;
  readonly listeners: number;
  readonly workers: number;
  readonly heapBytes: number;
}

async function held(page: Page, session: CDPSession): Promise<Held> {
  // Finalizers run between two collections.
  for (let turn = 0; turn < 3; turn++) await session.send('HeapProfiler.collectGarbage');
  const { metrics } = await session.send('Performance.getMetrics');
  const read = (name: string): number => metrics.find((metric) => metric.name === name)?.value ?? NaN;
  return {
    nodes: read('Nodes'),
    listeners: read('JSEventListeners'),
    workers: page.workers().length,
    heapBytes: read('JSHeapUsedSize'),
  };
}

async function sessionOf(page: Page): Promise<CDPSession> {
  const session = await page.context().newCDPSession(page);
  await session.send('Performance.enable');
  return session;
}

function expectFlat(before: Held, after: Held): void {
  const seen = JSON.stringify({ before, after });
  expect(after.workers, seen).toBeLessThanOrEqual(before.workers);
  expect(after.nodes - before.nodes, seen).toBeLessThanOrEqual(most.nodes);
  expect(after.listeners - before.listeners, seen).toBeLessThanOrEqual(most.listeners);
  expect(after.heapBytes, seen).toBeLessThanOrEqual(before.heapBytes * (1 + most.heapPercent / 100));
}

/** A run that is short, with all its checks. */
async function run({ page, run: button }: Playground): Promise<void> {
  await page.evaluate(() => delete window.lastResult);
  await button.click();
  await page.waitForFunction(() => window.lastResult !== undefined);
}

test('thirty runs on one page leave nothing behind', async ({ page }) => {
  test.slow();
  const playground = await openPlayground(page, `playground/${scenarioOpened}/`);
  const session = await sessionOf(page);
  await playground.set('Transactions', '300');
  await playground.choose('fixed');
  const runs = async (count: number) => {
    for (let turn = 0; turn < count; turn++) await run(playground);
  };
  await runs(warmUp);
  const before = await held(page, session);
  await runs(selfLeak.runs - warmUp);
  expectFlat(before, await held(page, session));
});

test('eight visits with a run and an edit leave nothing behind', async ({ page }) => {
  test.slow();
  const session = await sessionOf(page);
  const visit = async (turn: number): Promise<Held> => {
    const playground = await openPlayground(page, `playground/${scenarioOpened}/`);
    await playground.set('Transactions', '300');
    await playground.choose('leaky');
    await run(playground);
    await playground.write(`// visit ${turn}\n`);
    // The compiler starts with the edit, and is counted in each visit once it has answered.
    await expect(playground.root.getByRole('tab', { name: /^Problems \(\d+\)$/ })).toBeVisible();
    const now = await held(page, session);
    await page.goto('reference/glossary/');
    await page.goBack();
    return now;
  };
  const visits: Held[] = [];
  for (let turn = 0; turn < selfLeak.visits; turn++) visits.push(await visit(turn));
  expectFlat(visits[1]!, visits.at(-1)!);
});
