/** The page "What this site keeps" tells the truth: a walk through the site keeps nothing else, and sends nothing. */

import { readFile } from 'node:fs/promises';

import { expect, type Page, test } from '@playwright/test';

import { inOwnWords, passOf, recordOf } from '#playground/testing/records.ts';
import { openPlayground, programFile, scenarioOpened } from './playground-page.ts';

/** Stands in all that the reader types. */
const secret = 'zqx73secret';
const program = `// ${secret}\n${inOwnWords(programFile(scenarioOpened, 'fixed'))}`;

/** Names of all that the browser keeps for the site: of both storages, of databases and of caches. */
function keptNames(page: Page): Promise<readonly string[]> {
  return page.evaluate(async () => [
    ...Object.keys(localStorage),
    ...Object.keys(sessionStorage),
    ...(await indexedDB.databases()).map(({ name = '' }) => name),
    ...(await caches.keys()),
    ...(await navigator.serviceWorker.getRegistrations()).map(({ scope }) => scope),
    ...(await cookieStore.getAll()).map(({ name = '' }) => name),
  ]);
}

async function useChapter(page: Page): Promise<void> {
  const playground = await openPlayground(page);
  await page.getByLabel('How many loggers are alive').fill('7373');
  await page.keyboard.press('Enter');
  const quiz = page.locator('ll-quiz:not([data-unveils])').first();
  await quiz.locator('input').first().check();
  await quiz.getByRole('button').click();
  await playground.write(program);
  await playground.run.click();
  await playground.reach('finished');
  await expect(page.locator('ll-challenge')).toHaveAttribute('data-state', 'passed');
  await page.getByLabel('Select theme').first().selectOption('dark');
}

async function useRecord(page: Page): Promise<string> {
  await page.goto('team/record/');
  await page.getByLabel('Your name').fill(secret);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my record' }).click();
  return (await download).path();
}

async function useTeamView(page: Page, mine: string): Promise<void> {
  await page.goto('team/');
  const other = JSON.stringify(recordOf([await passOf(scenarioOpened, program)], `other ${secret}`));
  await page.getByLabel('Choose files').setInputFiles([
    { name: 'mine.json', mimeType: 'application/json', buffer: await readFile(mine) },
    { name: 'other.json', mimeType: 'application/json', buffer: Buffer.from(other) },
  ]);
  await page.getByRole('button', { name: 'Verify all' }).click();
  await expect(page.getByRole('status')).toContainText('2 of 2 passed challenges are verified');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  await download;
}

test('typical use keeps what the page names, and sends nothing', async ({ page, context, baseURL }) => {
  test.slow(); // One run with its trials, and its verification.
  const sent: string[] = [];
  const isOwn = (url: URL): boolean =>
    url.origin === new URL(baseURL ?? '').origin && url.search === '' && url.hash === '';
  context.on('request', (request) => {
    const url = new URL(request.url());
    const isPlain = request.method() === 'GET' && request.postDataBuffer() === null;
    const isLocal = url.protocol === 'blob:' || url.protocol === 'data:';
    if (!isLocal && !(isPlain && isOwn(url))) sent.push(`${request.method()} ${request.url()}`);
    if (request.url().includes(secret) || request.url().includes('7373')) sent.push(request.url());
    if (JSON.stringify(request.headers()).includes(secret)) sent.push(`headers of ${request.url()}`);
  });
  page.on('websocket', (socket) => sent.push(socket.url()));
  await useChapter(page);
  const afterChapter = await keptNames(page);
  await useTeamView(page, await useRecord(page));
  await page.goto('team/guide/');
  await page.getByRole('switch', { name: 'Show notes' }).check();
  await page.goto('team/report/');
  await page.getByRole('button', { name: 'Add a registry' }).click();
  await page.getByLabel('Service', { exact: true }).fill(secret);
  const kept = new Set([...afterChapter, ...(await keptNames(page))]);
  expect(sent).toEqual([]);
  expect(kept).toContain('leak-lab/progress/events');
  expect(kept).toContain(`leak-lab/program/${scenarioOpened}`);

  await page.goto('reference/privacy/');
  const named = await page.locator('main td:first-child code').allTextContents();
  const patterns = named.map((name) => new RegExp(`^${name.replace(/<\w+>/, '[\\w/-]+')}$`));
  expect([...kept].filter((name) => !patterns.some((pattern) => pattern.test(name)))).toEqual([]);
  await expect(page.locator('footer').getByRole('link', { name: 'What this site keeps' })).toBeVisible();
});
