/** Measures a chapter's playground in Chromium, as a reader would meet it. */

import { chromium, type Browser, type Locator, type Page } from '@playwright/test';
import { browserFlags } from '../../scripts/browser.mjs';

const rounds = 5;

/** What the page notes about itself, in milliseconds of `performance.now()`. */
interface Observed {
  readonly tasks: { readonly at: number; readonly ms: number }[];
  shift: number;
  sampleAt: number;
  measuredAt: number;
  typedAt: number;
}

declare global {
  var bench: Observed;
}

/** Not among TypeScript's own declarations yet. */
interface LayoutShift extends PerformanceEntry {
  readonly hadRecentInput: boolean;
  readonly value: number;
}

interface TimedRun {
  readonly firstSampleMs: number;
  readonly measuredMs: number;
  readonly longestTaskMs: number;
}

/** Runs in the page before its own scripts: notes tasks, shifts, and when samples have reached the screen. */
function observe(): void {
  const seen: Observed = { tasks: [], shift: 0, sampleAt: 0, measuredAt: 0, typedAt: 0 };
  globalThis.bench = seen;
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.tasks.push({ at: entry.startTime, ms: entry.duration });
  }).observe({ type: 'longtask', buffered: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries() as LayoutShift[])
      seen.shift += entry.hadRecentInput ? 0 : entry.value;
  }).observe({ type: 'layout-shift', buffered: true });
  const RealWorker = globalThis.Worker;
  globalThis.Worker = class extends RealWorker {
    constructor(url: string | URL, options?: WorkerOptions) {
      super(url, options);
      this.addEventListener('message', ({ data }: MessageEvent<{ readonly type?: string } | null>) => {
        if (data?.type === 'measured') seen.measuredAt = performance.now();
        if (data?.type !== 'samples' || seen.sampleAt > 0) return;
        // The next frame draws it; the one after begins when it is drawn.
        requestAnimationFrame(() => requestAnimationFrame(() => (seen.sampleAt ||= performance.now())));
      });
    }
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** All figures of a chapter's page; `executablePath` is Chromium's. */
export async function measurePage(executablePath: string, address: string) {
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    const figures = { ...(await measureRuns(browser, address)), ...(await measureEditing(browser, address)) };
    const coldMs = median(await times(3, () => measureCold(browser, address)));
    return { ...figures, coldMs };
  } finally {
    await browser.close();
  }
}

async function times(count: number, measure: () => Promise<number>): Promise<number[]> {
  const values: number[] = [];
  for (let round = 0; round < count; round++) values.push(await measure());
  return values;
}

async function open(browser: Browser, address: string) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 900 } });
  const page = await context.newPage();
  let foreignRequests = 0;
  page.on('request', (request) => {
    if (/^https?:/.test(request.url()) && new URL(request.url()).origin !== new URL(address).origin)
      foreignRequests++;
  });
  await page.addInitScript(observe);
  await page.goto(address);
  const root = page.locator('[data-playground]').first();
  await root.scrollIntoViewIfNeeded();
  await page.waitForSelector('[data-playground][data-ready]');
  return { page, root, foreignRequests: () => foreignRequests, close: () => context.close() };
}

/** Presses Run, or what runs the fixed program unseen, and waits for the first sample and for the verdict. */
function run(page: Page, name = '^\\W*Run'): Promise<TimedRun> {
  return page.evaluate(async (wanted) => {
    const { bench } = globalThis;
    const root = document.querySelector<HTMLElement>('[data-playground]');
    const button = [...(root?.querySelectorAll('button') ?? [])].find((each) =>
      new RegExp(wanted).test(each.textContent),
    );
    if (root === null || button === undefined) throw new Error('The page has no Run button.');
    bench.sampleAt = 0;
    const start = performance.now();
    const ended = new Promise((resolve) => {
      root.addEventListener('run-finished', resolve, { once: true });
    });
    button.click();
    await ended;
    const tasks = bench.tasks.filter(({ at }) => at >= start).map(({ ms }) => ms);
    return {
      firstSampleMs: bench.sampleAt - start,
      measuredMs: bench.measuredAt - start,
      longestTaskMs: Math.max(0, ...tasks),
    };
  }, name);
}

async function measureRuns(browser: Browser, address: string) {
  const { page, foreignRequests, close } = await open(browser, address);
  await run(page);
  const seen: Record<'leaky' | 'fixed', TimedRun[]> = { fixed: [], leaky: [] };
  for (let round = 0; round < rounds; round++) {
    seen.leaky.push(await run(page));
    seen.fixed.push(await run(page, 'Run a fixed version'));
  }
  const all = [...seen.leaky, ...seen.fixed];
  const figures = {
    firstSampleMs: median(all.map((each) => each.firstSampleMs)),
    fixedMs: median(seen.fixed.map((each) => each.measuredMs)),
    leakyMs: median(seen.leaky.map((each) => each.measuredMs)),
    longestTaskMs: median(all.map((each) => each.longestTaskMs)),
    layoutShift: await page.evaluate(() => globalThis.bench.shift),
    foreignRequests: foreignRequests(),
  };
  await close();
  return figures;
}

async function measureCold(browser: Browser, address: string): Promise<number> {
  const { page, close } = await open(browser, address);
  const ms = await page.evaluate(async () => {
    const root = document.querySelector<HTMLElement>('[data-playground]');
    const button = [...(root?.querySelectorAll('button') ?? [])].find((each) =>
      /^\W*Run/.test(each.textContent),
    );
    if (button === undefined) throw new Error('The page has no Run button.');
    const start = performance.now();
    button.click();
    while (bench.measuredAt === 0) await new Promise(requestAnimationFrame);
    return bench.measuredAt - start;
  });
  await close();
  return ms;
}

async function measureEditing(browser: Browser, address: string) {
  const { page, root, close } = await open(browser, address);
  await run(page);
  const clicked = Date.now();
  await root
    .locator('.ll-code-page')
    .first()
    .click({ position: { x: 300, y: 22 } });
  await page.waitForSelector('.monaco-editor .view-line span span');
  const monacoMs = Date.now() - clicked;
  await root.getByLabel(/as I type/i).check();
  await root.locator('.monaco-editor').first().click();
  const edits: number[] = [];
  for (let round = 0; round < rounds + 2; round++) {
    await page.keyboard.press('Control+End');
    await page.evaluate(() => {
      globalThis.bench.sampleAt = 0;
      addEventListener('keydown', () => (globalThis.bench.typedAt = performance.now()), {
        capture: true,
        once: true,
      });
    });
    await page.keyboard.type(' ');
    await page.waitForFunction(() => globalThis.bench.sampleAt > 0);
    edits.push(await page.evaluate(() => globalThis.bench.sampleAt - globalThis.bench.typedAt));
    await page.waitForSelector('[data-playground][data-state="finished"]');
  }
  const stopMs = await measureStop(page, root);
  await close();
  return { monacoMs, editMs: median(edits.slice(2)), stopMs };
}

async function measureStop(page: Page, root: Locator): Promise<number> {
  await root.getByLabel(/as I type/i).uncheck();
  await page.keyboard.press('Control+Home');
  await root.locator('.monaco-editor').first().click();
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nnew Array(2 ** 32 - 1).reverse();');
  await root.getByRole('button', { name: /^Run(?! a fixed)/ }).click();
  await page.waitForSelector('[data-playground][data-state="running"]');
  await page.waitForTimeout(500);
  return page.evaluate(async () => {
    const root = document.querySelector<HTMLElement>('[data-playground]');
    const stop = [...(root?.querySelectorAll('button') ?? [])].find((each) =>
      each.textContent.includes('Stop'),
    );
    if (root === null || stop === undefined) throw new Error('The page has no Stop button.');
    const start = performance.now();
    stop.click();
    while (root.dataset['state'] !== 'stopped') await new Promise((resolve) => setTimeout(resolve, 5));
    return performance.now() - start;
  });
}
