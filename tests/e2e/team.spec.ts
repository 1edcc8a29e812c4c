/** A reader keeps a record, a lead verifies a team's: in a browser, with programs that really run. */

import { readFile } from 'node:fs/promises';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

import { readProgram } from '#playground/node/programs.ts';
import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import { inOwnWords, passOf, recordOf } from '#playground/testing/records.ts';

const scenario = 'logger-per-transaction';
const chapter = 'course/03-a-logger-per-transaction';
const [fixed, leaky] = await Promise.all([readProgram(scenario, 'fixed'), readProgram(scenario, 'leaky')]);

const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

async function choose(page: Page, files: readonly ReturnType<typeof file>[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles([...files]);
}

test('a team’s programs are verified, and one that was exchanged is caught', async ({ page }) => {
  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.goto('team/');
  await choose(page, [
    file('anna.json', recordOf([await passOf(scenario, inOwnWords(fixed))], 'Anna')),
    file('ben.json', recordOf([await passOf(scenario, fixed.replaceAll('Logger', 'Sink'))], 'Ben')),
    file('cleo.json', recordOf([await passOf(scenario, leaky)], 'Cleo')),
    file(
      'dora.json',
      recordOf([await passOf(scenario, inOwnWords(fixed), { machineHash: 'older' })], 'Dora'),
    ),
    file('emil.json', recordOf([])),
    file('page.json', '<p>'),
  ]);
  await expect(page.getByText('page.json is not a record of this course')).toBeVisible();
  await expect(page.getByRole('row')).toHaveCount(6);
  await page.getByRole('button', { name: 'Verify all' }).click();
  await expect(page.getByRole('status')).toContainText('1 of 4 passed challenges are verified', {
    timeout: 120_000,
  });
  const statuses = page
    .locator('.ll-team-matrix tbody tr')
    .locator('[data-status]:not([data-status="not tried"])');
  await expect
    .poll(() => statuses.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-status'))))
    .toEqual(['verified', 'course solution', 'does not pass', 'older version']);

  await page.getByRole('button', { name: /^Cleo, .* does not pass/ }).click();
  const detail = page.locator('.ll-team-detail');
  await expect(detail).toContainText('1.00 Logger per transaction');
  await detail.getByLabel('Compare with').selectOption('Anna');
  await expect(detail.locator('ins').first()).toBeVisible();

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download CSV' }).click();
  const csv = await readFile(await (await download).path(), 'utf8');
  expect(csv.split('\r\n').slice(0, -1)).toHaveLength(6);
  expect(csv).toContain('"Cleo"');
  const own = new RegExp(`^GET (?:blob:)?${new URL(page.url()).origin}/[^?]*$`);
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((request) => !own.test(request))).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('verifying can be stopped', async ({ page }) => {
  await page.goto('team/');
  const passes = await Promise.all(
    scenarioIds.map(async (id) => passOf(id, inOwnWords(await readProgram(id, 'fixed')))),
  );
  await choose(page, [file('anna.json', recordOf(passes, 'Anna'))]);
  await page.getByRole('button', { name: 'Verify all' }).click();
  await page.getByRole('button', { name: 'Stop' }).click();
  await expect(page.getByRole('status')).toContainText('Stopped.');
  await expect(page.getByRole('button', { name: 'Verify all' })).toBeEnabled();
});

test('a record goes from one browser to another, and merges with what is there', async ({ page }) => {
  const pass = { ...(await passOf(scenario, inOwnWords(fixed))), chapter };
  const answered = { v: 2, at: 5, type: 'answered', chapter, question: 'why', value: '1', right: true };
  await page.goto('team/record/');
  await expect(page.getByText('This browser keeps no progress yet.')).toBeVisible();
  await page
    .getByLabel('Import a record')
    .setInputFiles(file('mine.json', { ...recordOf([pass]), events: [answered] }));
  await expect(page.getByRole('status')).toContainText('2 added.');
  await expect(page.getByRole('row', { name: /A logger per transaction/ })).toContainText('passed on');

  await page.getByLabel('Your name').fill('Anna');
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my record' }).click();
  const saved = await download;
  expect(saved.suggestedFilename()).toBe('leak-lab-record-anna.json');
  const text = await readFile(await saved.path(), 'utf8');
  expect(JSON.parse(text)).toMatchObject({ name: 'Anna', passes: [pass], events: [answered] });

  await page.getByLabel('Import a record').setInputFiles(file('again.json', text));
  await expect(page.getByRole('status')).toContainText('All of it was here already.');
  await page.getByRole('button', { name: 'Clear my progress' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('row', { name: /A logger per transaction/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear my progress' }).click();
  await page.getByRole('button', { name: 'Clear it' }).click();
  await expect(page.getByText('This browser keeps no progress yet.')).toBeVisible();
});
