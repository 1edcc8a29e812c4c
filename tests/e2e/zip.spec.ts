/** The zip works wherever it is unpacked, on a server that knows nothing of it: no special headers, and not even the machine's type. */

import { createServer, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { pathToFileURL } from 'node:url';

import { expect, test } from '@playwright/test';
import { unzipSync } from 'fflate';

import { zipOf } from '../../scripts/zip-files.mjs';
import { alivePlayground, chapter, scenarioOpened } from './playground-page.ts';

/** Types that the plainest of servers knows; `.wasm` and all else is text to it. */
const types: Readonly<Record<string, string>> = {
  html: 'text/html',
  css: 'text/css',
  js: 'text/javascript',
  json: 'application/json',
  svg: 'image/svg+xml',
};
/** The paths that the zip is unpacked at, in addresses and as folders. */
const places = ['/tools/leak-lab/', '/a%20b/one/two/three/'] as const;

const files = new Map<string, Uint8Array>();
let server: Server;
let origin = '';

test.beforeAll(async () => {
  for (const [name, bytes] of Object.entries(unzipSync(zipOf('dist').zip)))
    for (const place of places) files.set(decodeURI(place) + name, bytes);
  server = createServer(({ url = '/' }, response) => {
    const path = decodeURI(new URL(url, 'http://any').pathname);
    if (files.has(`${path}/index.html`)) {
      response.writeHead(301, { location: `${encodeURI(path)}/` }).end();
      return;
    }
    const name = path.endsWith('/') ? `${path}index.html` : path;
    const bytes = files.get(name);
    const type = types[name.split('.').at(-1) ?? ''] ?? 'text/plain';
    if (bytes === undefined) response.writeHead(404).end('404');
    else response.writeHead(200, { 'content-type': type }).end(bytes);
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  origin = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
});

test.afterAll(() => server.close());

for (const place of places) {
  test(`the site unpacked at ${place} is whole`, async ({ page }) => {
    const astray: string[] = [];
    page.on('response', (response) => {
      if (!response.ok() && response.status() !== 301) astray.push(`${response.status()} ${response.url()}`);
    });
    page.on('request', (request) => {
      if (!/^(?:data|blob):/.test(request.url()) && !request.url().startsWith(origin + place))
        astray.push(request.url());
    });
    page.on('requestfailed', (request) => {
      const { errorText = '' } = request.failure() ?? {};
      // Leaving a page ends what it was still fetching.
      if (errorText !== 'net::ERR_ABORTED') astray.push(`${request.url()} ${errorText}`);
    });

    await page.goto(origin + place);
    const first = page.getByRole('link', { name: /^Memory that only goes up/ }).first();
    await first.click();
    await expect(page).toHaveURL(`${origin}${place}course/01-memory-that-only-goes-up/`);

    // Without its last slash, as one may type it.
    await page.goto(origin + place + chapter.replace(/\/$/, ''));
    const playground = await alivePlayground(page);
    await playground.run.click();
    await expect(playground.status).toContainText('1.00 Logger per transaction');
    await playground.root.getByRole('button', { name: /^Edit/ }).first().click();
    await expect(playground.root.locator('.monaco-editor').first()).toBeVisible();

    await page.getByRole('button', { name: 'Search' }).click();
    const dialog = page.getByRole('dialog', { name: 'Search' });
    await dialog.getByRole('searchbox').fill('jemalloc');
    await dialog.getByRole('link').first().click();
    await expect(page.locator('main')).toContainText(/jemalloc/i);

    await page.goto(`${origin}${place}team/record/`);
    await expect(page.getByRole('button', { name: 'Download my record' })).toBeVisible();
    await page.goto(`${origin}${place}playground/${scenarioOpened}/`);
    await alivePlayground(page);
    expect(astray).toEqual([]);
  });
}

test('what was answered is marked in the sidebar, wherever the course lies', async ({ page }) => {
  const event = {
    v: 2,
    at: 1,
    type: 'opened',
    chapter: chapter.replace(/\/$/, ''),
    scenario: scenarioOpened,
  };
  await page.addInitScript(
    (text) => localStorage.setItem('leak-lab/progress/events', text),
    JSON.stringify([event]),
  );
  await page.goto(origin + places[1]);
  await expect(page.locator('.sidebar-content .ll-standing').first()).toBeAttached();
});

test('opened from the disk, the start page says what to do', async ({ page }) => {
  await page.goto(pathToFileURL('dist/index.html').href);
  await expect(page.getByText('You opened this page from the disk')).toBeVisible();
  await page.goto(origin + places[0]);
  await expect(page.getByText('You opened this page from the disk')).toBeHidden();
});
