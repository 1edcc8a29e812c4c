/** What fails to load says so, is never taken for the reader's program, and is tried anew with the next Run. */

import { expect, type Page, type Route, test } from '@playwright/test';

import { chapter, scenarioOpened, openPlayground, sourceOf } from './playground-page.ts';

const wasm = /quickjs\..*\.wasm/;
const guest = /\/lab\/guest\./;
const worker = /\/web-worker/;
/** The button that runs the program in view. */
const run = /^Run(?! a fixed)/;
const lab = new RegExp(`/lab/${scenarioOpened}\\.`);

type Answer = (route: Route) => Promise<void>;
const blocked: Answer = (route) => route.abort();
const status =
  (code: number): Answer =>
  (route) =>
    route.fulfill({ status: code, contentType: 'text/html', body: '<!doctype html><p>no</p>' });
const html: Answer = (route) =>
  route.fulfill({ status: 200, contentType: 'text/html', body: '<!doctype html><html>log in</html>' });
const json =
  (body: string): Answer =>
  (route) =>
    route.fulfill({ status: 200, contentType: 'application/json', body });

const sentences = {
  connection: 'Check the connection',
  outdated: 'There is a newer version of this site. Reload to get it; your edit is kept.',
  answer: 'sent an error or another file',
};
type Fault = keyof typeof sentences;

const cases: readonly (readonly [string, RegExp, Answer, Fault])[] = [
  ['the machine is blocked', wasm, blocked, 'connection'],
  ['the machine answers 404', wasm, status(404), 'outdated'],
  ['the machine answers 503', wasm, status(503), 'answer'],
  ['the machine is a page', wasm, html, 'answer'],
  ['the machine has another beginning', wasm, json('{}'), 'answer'],
  ['its modules are blocked', guest, blocked, 'connection'],
  ['its modules answer 410', guest, status(410), 'outdated'],
  ['its modules are a page', guest, html, 'answer'],
  ['its modules are broken JSON', guest, json('{"a": "b"'), 'answer'],
  ['its modules are none', guest, json('{}'), 'answer'],
  ['its modules are null', guest, json('null'), 'answer'],
  ['its worker is blocked', worker, blocked, 'connection'],
  ['its worker answers 404', worker, status(404), 'outdated'],
  ['its worker is a page', worker, html, 'answer'],
  ['the programs are blocked', lab, blocked, 'connection'],
  ['the programs answer 404', lab, status(404), 'outdated'],
  ['the programs answer 500', lab, status(500), 'answer'],
  ['the programs are a page', lab, html, 'answer'],
  ['the programs are of another shape', lab, json('{"scenario": "another"}'), 'answer'],
];

for (const [name, address, answer, fault] of cases) {
  test(`when ${name}, the page says which way, and runs once that is over`, async ({ page }) => {
    await page.route(address, answer);
    const playground = await openPlayground(page);
    await playground.run.click();
    await playground.reach('failed');
    await expect(playground.status).toContainText('The machine could not be loaded');
    await expect(playground.status).toContainText(sentences[fault]);
    await expect(playground.status).not.toContainText(/stopped answering|JSON|fetch|WebAssembly|undefined/);
    await playground.root.getByRole('tab', { name: /Problems/ }).click();
    await expect(playground.panel).toContainText('No problems.');
    await expect(playground.root.locator('.ll-run-sentence')).toContainText(
      'leaky grows by 1.00 per transaction',
    );
    await page.unroute(address);
    await playground.run.click();
    await playground.reach('finished');
    await expect(playground.status).toContainText('Leak: 1.00 Logger per transaction');
  });
}

test('offline at Run, and back: the very next Run works', async ({ page, context }) => {
  const playground = await openPlayground(page);
  await playground.run.click();
  await playground.reach('finished');
  await page.reload();
  await page.route(/\/lab\/|\.wasm|web-worker/, blocked);
  await playground.root.scrollIntoViewIfNeeded();
  await expect(playground.root).toHaveAttribute('data-ready', '');
  await context.setOffline(true);
  await playground.run.click();
  await playground.reach('failed');
  await expect(playground.status).toContainText(sentences.connection);
  await context.setOffline(false);
  await page.unroute(/\/lab\/|\.wasm|web-worker/);
  await playground.run.click();
  await playground.reach('finished');
});

for (const type of ['application/octet-stream', 'text/plain', '', 'application/wasm; charset=utf-8']) {
  test(`a host that calls the machine “${type}” is as good as any`, async ({ page }) => {
    await page.route(wasm, async (route) => {
      const response = await route.fetch();
      const headers = { ...response.headers(), 'content-type': type };
      await route.fulfill({ body: await response.body(), headers });
    });
    const playground = await openPlayground(page);
    await playground.run.click();
    await playground.reach('finished');
  });
}

test('a browser without WebAssembly is told so, and the recorded run stays', async ({ page }) => {
  await page.addInitScript(() => Reflect.deleteProperty(globalThis, 'WebAssembly'));
  const playground = await openPlayground(page);
  await playground.run.click();
  await playground.reach('failed');
  await expect(playground.status).toContainText('WebAssembly is switched off in this browser');
  await expect(playground.root.locator('.ll-run-sentence')).toContainText(
    'leaky grows by 1.00 per transaction',
  );
});

test('a browser that forbids workers is told so', async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(globalThis, 'Worker', {
      value: () => {
        throw new DOMException('forbidden', 'SecurityError');
      },
    });
  });
  const playground = await openPlayground(page);
  await playground.run.click();
  await playground.reach('failed');
  await expect(playground.status).toContainText('This browser did not start it');
});

test('a contract that cannot be had says so, and is there once it can', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.route(lab, blocked);
  const { root } = await openPlayground(page);
  await root.getByRole('radio', { name: 'contract' }).check();
  await expect(root.getByRole('alert')).toContainText('The contract could not be loaded.');
  await page.unroute(lab);
  await root.getByRole('radio', { name: 'leaky' }).check();
  await root.getByRole('radio', { name: 'contract' }).check();
  await expect(root.locator('.ll-code-own')).toContainText('interface ServerResource');
  expect(errors).toEqual([]);
});

test('an edit outlives the reload to a newer version', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(`${await sourceOf(page, 'fixed')}\n// an edit to keep\n`);
  await page.reload();
  await page.route(lab, status(404));
  await page.reload();
  await playground.root.scrollIntoViewIfNeeded();
  await expect(playground.root).toHaveAttribute('data-ready', '');
  await playground.run.click();
  await expect(playground.status).toContainText(sentences.outdated);
  await page.unroute(lab);
  await page.reload();
  await playground.run.click();
  await playground.reach('finished');
  await expect(playground.root.locator('.ll-code-own')).toContainText('an edit to keep');
});

/** Lets requests for an address wait until it is called. */
async function holdBack(page: Page, address: RegExp): Promise<() => void> {
  const gate = Promise.withResolvers<undefined>();
  await page.route(address, async (route) => {
    await gate.promise;
    await route.continue();
  });
  return () => gate.resolve(undefined);
}

test('while the machine is on its way, Run says so, and how much it is', async ({ page }) => {
  const release = await holdBack(page, wasm);
  const playground = await openPlayground(page);
  await playground.run.click();
  await playground.reach('running');
  await expect(playground.status).toHaveText(/^Fetching the machine \(3\d\d kB\)…$/);
  release();
  await playground.reach('finished');
  await expect(playground.status).toContainText('Leak: 1.00 Logger per transaction');
});

test.describe('until the script of a playground is there', () => {
  const script = /\/Workbench\./;

  test('nothing in it looks alive, and it says that it is loading', async ({ page }) => {
    const release = await holdBack(page, script);
    await page.goto(chapter);
    const root = page.locator(`[data-playground="${scenarioOpened}"]`);
    await root.scrollIntoViewIfNeeded();
    for (const name of [run, 'Stop', 'Edit']) await expect(root.getByRole('button', { name })).toBeDisabled();
    for (const tab of await root.getByRole('tab').all()) await expect(tab).toBeDisabled();
    await expect(root.locator('.ll-view-picker select')).toBeDisabled();
    await expect(root.getByText('Loading the playground…')).toBeVisible();
    release();
    await expect(root.getByRole('button', { name: run })).toBeEnabled();
    await expect(root.getByRole('button', { name: 'Edit' })).toBeEnabled();
    await expect(root.getByText('Loading the playground…')).toHaveCount(0);
  });

  test('it says so when the script cannot be had', async ({ page }) => {
    await page.route(script, blocked);
    await page.goto(chapter);
    const root = page.locator(`[data-playground="${scenarioOpened}"]`);
    await root.scrollIntoViewIfNeeded();
    await expect(root.getByText('The playground could not be loaded. Reload the page.')).toBeVisible();
    await expect(root.getByText('Loading the playground…')).toBeHidden();
    await expect(root.getByRole('button', { name: run })).toBeDisabled();
  });

  test('it says so when the script never comes', async ({ page }) => {
    await page.clock.install();
    await holdBack(page, script);
    await page.goto(chapter);
    const root = page.locator(`[data-playground="${scenarioOpened}"]`);
    await root.scrollIntoViewIfNeeded();
    await expect(async () => {
      await page.clock.fastForward(31_000);
      await expect(root.getByText('The playground could not be loaded. Reload the page.')).toBeVisible({
        timeout: 1000,
      });
    }).toPass();
  });
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the playground says what it needs, and looks as dead as it is', async ({ page }) => {
    await page.goto(chapter);
    const root = page.locator(`[data-playground="${scenarioOpened}"]`);
    await expect(root.getByText('this page needs JavaScript')).toBeVisible();
    await expect(root.getByText('Loading the playground…')).toBeHidden();
    await expect(root.getByRole('button', { name: run })).toBeDisabled();
  });
});

test('a tab that was chosen before the playground woke is the one that it shows', async ({ page }) => {
  const wake = Promise.withResolvers<undefined>();
  await page.route(/Workbench.*\.js/, async (route) => {
    await wake.promise;
    await route.continue();
  });
  await page.goto(chapter);
  const root = page.locator(`[data-playground="${scenarioOpened}"]`);
  await root.getByRole('radio', { name: 'contract' }).check();
  wake.resolve(undefined);
  await expect(root.locator('.ll-code-own')).toContainText('interface Server');
});
