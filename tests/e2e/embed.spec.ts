/** A playground inside pages of another origin: in a wiki’s frame, and in an LMS by the package that the site makes. */

import { readFileSync } from 'node:fs';
import { readFile } from 'node:fs/promises';
import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';

import { expect, type FrameLocator, type Page, test } from '@playwright/test';
import { unzipSync } from 'fflate';

import { ownVersionOf, programFile, scenarioOpened } from './playground-page.ts';

const embedded = `embed/${scenarioOpened}/`;
const lmsPage = `<!doctype html><title>LMS</title><script src="/scorm12.min.js"></script>
<script>window.API = new Scorm12API({ autocommit: false });</script>
<iframe id="course" src="/package/index.html" style="width:1100px;height:1200px"></iframe>`;

/** What the other origin serves, by path. */
const served = new Map<string, { readonly type: string; readonly body: Buffer | string }>();
let server: Server;
let wiki = '';

test.beforeAll(async () => {
  server = createServer(({ url = '' }, answer) => {
    const found = served.get(new URL(url, 'http://wiki').pathname);
    answer.writeHead(found ? 200 : 404, { 'content-type': found?.type ?? 'text/plain' }).end(found?.body);
  });
  await new Promise<void>((ready) => server.listen(0, () => ready()));
  wiki = `http://localhost:${(server.address() as AddressInfo).port}/`;
});
test.afterAll(() => {
  server.close();
});

declare global {
  interface Window {
    told?: unknown[];
    API?: { cmi: { core: Record<string, string> }; isTerminated(): boolean };
  }
}

/** A page of the wiki with the playground in a frame, and what the frame has told it. */
async function openWiki(page: Page, address: string, attributes: string): Promise<FrameLocator> {
  const body = `<!doctype html><title>Wiki</title><script>
    window.told = [];
    addEventListener('message', ({ data, origin }) => told.push({ ...data, origin }));
  </script><iframe src="${address}" ${attributes}></iframe>`;
  served.set('/wiki', { type: 'text/html', body });
  await page.goto(`${wiki}wiki`);
  return page.frameLocator('iframe');
}

const lastHeight = (page: Page): Promise<number> =>
  page.evaluate(() => {
    const heights = (window.told ?? []) as { readonly type: string; readonly height: number }[];
    return heights.findLast(({ type }) => type === 'leak-lab:height')?.height ?? 0;
  });

test('in a narrow frame of another origin it has its theme, tells its height, and runs', async ({
  page,
  baseURL,
}) => {
  await page.emulateMedia({ colorScheme: 'dark' });
  const frame = await openWiki(page, `${baseURL}/${embedded}?theme=light`, 'width="320" height="1200"');
  const playground = frame.locator('[data-playground]');
  await expect(playground).toHaveAttribute('data-ready', '');
  await expect(frame.locator('body')).toHaveCSS('background-color', 'rgb(253, 253, 251)');
  const main = frame.locator('main');
  const height = () => main.evaluate((element) => Math.ceil(element.getBoundingClientRect().height));
  await expect.poll(async () => (await lastHeight(page)) - (await height())).toBe(0);
  const before = await lastHeight(page);
  expect(await frame.locator('html').evaluate(({ scrollWidth }) => scrollWidth)).toBeLessThanOrEqual(320);

  await frame.getByRole('button', { name: 'Run', exact: true }).click();
  await expect(playground).toHaveAttribute('data-state', 'finished');
  await expect(frame.locator('.ll-outcome')).toContainText('1.00 Logger per transaction');
  await expect.poll(() => lastHeight(page)).toBeGreaterThan(before);
  await expect(frame.locator('.ll-embed-challenge')).toHaveText(/^Challenge:/);
  const told = (await page.evaluate(() => window.told ?? [])) as { readonly type: string }[];
  expect([...new Set(told.map(({ type }) => type))]).toEqual(['leak-lab:height']);
  expect(told[0]).toMatchObject({ scenario: scenarioOpened, origin: new URL(baseURL ?? '').origin });
});

test('where the browser refuses storage in a frame it says so, and works', async ({ page, baseURL }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.addInitScript(() => {
    if (self === top) return;
    for (const name of ['localStorage', 'sessionStorage', 'indexedDB']) {
      const refuse = () => {
        throw new DOMException('Access is denied for this document.', 'SecurityError');
      };
      Object.defineProperty(window, name, { get: refuse });
    }
  });
  const frame = await openWiki(page, `${baseURL}/${embedded}`, 'width="700" height="1200"');
  await expect(frame.locator('[data-playground]')).toHaveAttribute('data-ready', '');
  await frame.locator('.ll-pane-picker').getByText('Code').click();
  await frame.getByRole('checkbox', { name: 'Plain text box' }).check();
  await frame.locator('textarea.ll-code-plain').fill('// mine\n');
  await expect(frame.locator('.ll-edit-notes')).not.toBeEmpty();
  expect(errors).toEqual([]);
});

test('in a sandbox that keeps its scripts away it says what is missing, and still tells its height', async ({
  page,
  baseURL,
}) => {
  const frame = await openWiki(page, `${baseURL}/${embedded}`, 'sandbox="allow-scripts" width="700"');
  await expect(frame.locator('.ll-embed-sandboxed')).toContainText('allow-same-origin');
  await expect(frame.locator('.ll-run-figure svg').first()).toBeVisible();
  await expect.poll(() => lastHeight(page)).toBeGreaterThan(300);
});

test('it is no page to be found, and brings no solution that a chapter locks', () => {
  const html = readFileSync(`dist/${embedded}index.html`, 'utf8');
  expect(html).toContain('<meta name="robots" content="noindex">');
  expect(html).toContain('a fixed version');
  expect(html).not.toContain('data-fixed');
  // A line of the fixed program alone.
  const [leaky, fixed] = (['leaky', 'fixed'] as const).map((name) => programFile(scenarioOpened, name));
  const only = (fixed ?? '').split('\n').filter((line) => line.trim().length > 20 && !leaky?.includes(line));
  const words = html.replaceAll(/<[^>]*>/g, '').replaceAll(/&(?:quot|#34);/g, '"');
  expect(only.length).toBeGreaterThan(0);
  expect(only.filter((line) => words.includes(line.trim()))).toEqual([]);
  expect(html).toMatch(/href="[^"]*course\/[^"]*#playground-logger-per-transaction"[^>]*rel="noopener"/);
  expect(readFileSync(`dist/${embedded}picture.svg`, 'utf8')).toContain('leaky 10,000');
});

test('without scripts the page for teams shows an example to copy', async ({ browser, baseURL }) => {
  const page = await browser.newPage({ javaScriptEnabled: false });
  await page.goto(`${baseURL}/team/embed/`);
  await expect(page.getByText('<iframe src="https://').first()).toBeVisible();
  await expect(page.getByRole('button', { name: 'Download for your LMS' })).toBeHidden();
  await page.close();
});

/** Puts the package that the page makes where the LMS serves it. */
async function installPackage(page: Page): Promise<void> {
  await page.goto('team/embed/');
  await expect(page.locator('.ll-embed-preview iframe')).toBeAttached();
  const choice = page.locator('.ll-embed-choice');
  await choice.getByLabel('Scenario').selectOption(scenarioOpened);
  await choice.getByLabel('Theme').selectOption('dark');
  await page.getByRole('button', { name: 'Copy: Frame' }).click();
  await expect(page.getByText('Copied: Frame')).toBeVisible();
  expect(await page.evaluate(() => navigator.clipboard.readText())).toContain(`/${embedded}?theme=dark"`);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download for your LMS' }).click();
  const zip = await readFile(await (await download).path());
  for (const [name, bytes] of Object.entries(unzipSync(zip)))
    served.set(`/package/${name}`, {
      type: name.endsWith('html') ? 'text/html' : 'text/xml',
      body: Buffer.from(bytes),
    });
}

test('a package from the page reports a pass to an LMS, and believes nobody but the site', async ({
  page,
  context,
}) => {
  test.slow(); // A run with its trials.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await installPackage(page);
  const library = 'node_modules/scorm-again/dist/scorm12.min.js';
  served.set('/scorm12.min.js', { type: 'text/javascript', body: await readFile(library) });
  served.set('/lms', { type: 'text/html', body: lmsPage });
  await page.goto(`${wiki}lms`);
  const course = page.frameLocator('#course');
  const status = course.locator('[role=status]');
  const lesson = () => page.evaluate(() => window.API?.cmi.core['lesson_status']);
  await expect(status).toContainText('Pass the challenge');
  expect(await lesson()).toBe('incomplete');

  // From the page around, which is neither the frame nor of the site.
  const forged = { type: 'leak-lab:passed', scenario: scenarioOpened };
  await page.evaluate((message) => {
    document.querySelector<HTMLIFrameElement>('#course')?.contentWindow?.postMessage(message, '*');
  }, forged);

  const playground = course.frameLocator('iframe');
  const root = playground.locator('[data-playground]');
  await expect(root).toHaveAttribute('data-ready', '');
  expect(await lesson()).toBe('incomplete');
  await playground.getByRole('checkbox', { name: 'Plain text box' }).check();
  const box = playground.locator('textarea.ll-code-plain');
  await expect(box).toBeEditable();
  await box.fill(ownVersionOf(programFile(scenarioOpened, 'fixed')));
  await playground.getByRole('button', { name: /^Run(?! a fixed)/ }).click();
  await expect(root).toHaveAttribute('data-state', 'finished');
  await expect(playground.locator('.ll-embed-challenge')).toHaveText('You have passed this challenge.');
  await expect(status).toHaveText('Passed. Your LMS has recorded it.');
  expect(await lesson()).toBe('passed');

  await page.locator('#course').evaluate((frame) => frame.setAttribute('src', 'about:blank'));
  await expect.poll(() => page.evaluate(() => window.API?.isTerminated())).toBe(true);
});

test('a package that finds no LMS says so, and still shows the playground', async ({ page, context }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  await installPackage(page);
  await page.goto(`${wiki}package/index.html`);
  await expect(page.locator('[role=status]')).toContainText('no SCORM interface');
  await expect(page.frameLocator('iframe').locator('h1')).toHaveText('Logger per transaction');
});
