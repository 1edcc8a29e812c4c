/** A reader keeps a record, a lead verifies a team's: in a browser, with programs that really run. */

import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';

import { AxeBuilder } from '@axe-core/playwright';
import { type BrowserContext, expect, type Page, test } from '@playwright/test';

import { type LearnerRecord, readRecord } from '#playground/learner-record/learner-record.ts';
import { packText } from '#playground/learner-record/packed-text.ts';
import { readProgram } from '#playground/node/programs.ts';
import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import { inOwnWords, passOf, recordOf } from '#playground/testing/records.ts';
import { openPlayground } from './playground-page.ts';

const scenario = 'logger-per-transaction';
const chapter = 'course/03-a-logger-per-transaction';
const [fixed, leaky, wrong] = (await Promise.all(
  ['fixed', 'leaky', 'wrong-silent'].map((name) => readProgram(scenario, name)),
)) as [string, string, string];

const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(typeof content === 'string' ? content : JSON.stringify(content)),
});

async function choose(page: Page, files: readonly ReturnType<typeof file>[]): Promise<void> {
  await page.getByLabel('Choose files').setInputFiles([...files]);
}

/** What a reader of the chapter does: predicts, answers, runs a program, and downloads the record. */
async function recordAfter(context: BrowserContext, program: string, name: string): Promise<LearnerRecord> {
  const page = await context.newPage();
  const playground = await openPlayground(page);
  await page.getByLabel('How many loggers are alive').fill('20');
  await page.keyboard.press('Enter');
  const quiz = page.locator('ll-quiz:not([data-unveils])').first();
  await quiz.locator('input:not([data-right])').first().check();
  await quiz.getByRole('button').click();
  await quiz.locator('input[data-right]').check();
  await quiz.getByRole('button').click();
  await playground.write(program);
  await playground.run.click();
  await playground.reach('finished');
  await expect(page.locator('ll-challenge')).toContainText(/checks passed|Passed/);
  await page.goto('team/record/');
  await page.getByLabel('Your name').fill(name);
  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download my record' }).click();
  const text = await readFile(await (await download).path(), 'utf8');
  await page.close();
  return JSON.parse(text) as LearnerRecord;
}

/** The record with another program, or another version of the machine, in what was passed. */
function changed(record: LearnerRecord, name: string, over: object): LearnerRecord {
  const passes = record.passes.map((pass) => ({
    ...pass,
    ...(pass.run && { run: { ...pass.run, ...over } }),
  }));
  return { ...record, name, passes };
}

/** Names of fields, to any depth; what is in a list counts once. */
function fieldsOf(value: unknown, path = ''): readonly string[] {
  if (Array.isArray(value)) return [...new Set(value.flatMap((each) => fieldsOf(each, `${path}[]`)))].sort();
  if (typeof value !== 'object' || value === null) return [path];
  return Object.entries(value).flatMap(([name, part]) => fieldsOf(part, `${path}.${name}`));
}

test('six records are really made and verified, and the one that was tampered with is caught', async ({
  page,
  browser,
}) => {
  test.slow(); // Three runs, each with its trials, and four more to verify them.
  const madeBy = async (program: string, name: string): Promise<LearnerRecord> => {
    const context = await browser.newContext();
    const record = await recordAfter(context, program, name);
    await context.close();
    return record;
  };
  const anna = await madeBy(inOwnWords(fixed), 'Anna');
  const sample = path.resolve('public/record.sample.json');
  if (process.env['RENEW_SAMPLE']) await writeFile(sample, JSON.stringify(anna));
  expect(fieldsOf(JSON.parse(await readFile(sample, 'utf8')))).toEqual(fieldsOf(anna));

  const requests: string[] = [];
  page.on('request', (request) => requests.push(`${request.method()} ${request.url()}`));
  await page.goto('team/');
  await choose(page, [
    file('anna.json', anna),
    file('ben.json', await madeBy(wrong, 'Ben')),
    file('cleo.json', await madeBy(fixed.replaceAll('Logger', 'Sink'), 'Cleo')),
    file('dora.json', changed(anna, 'Dora', { machineHash: 'older' })),
    file('emil.json', changed(anna, 'Emil', { program: packText(leaky) })),
    file('fay.json', recordOf([])),
    file('page.json', '<p>'),
  ]);
  await expect(page.getByText('page.json is not a record of this course')).toBeVisible();
  await expect(page.locator('.ll-team-matrix').getByRole('row')).toHaveCount(7);
  await page.getByRole('button', { name: 'Verify all' }).click();
  await expect(page.getByRole('status')).toContainText('1 of 4 passed challenges are verified');
  const statuses = page
    .locator('.ll-team-matrix tbody tr')
    .locator(`td:nth-of-type(${1 + scenarioIds.indexOf(scenario)})`);
  await expect
    .poll(() => statuses.evaluateAll((cells) => cells.map((cell) => cell.getAttribute('data-status'))))
    .toEqual(['verified', 'not tried', 'course solution', 'older version', 'does not pass', 'not tried']);

  await page.getByRole('button', { name: /^Emil, .* does not pass/ }).click();
  const detail = page.locator('.ll-team-detail');
  await expect(detail).toContainText('1.00 Logger per transaction');
  await detail.getByLabel('Compare with').selectOption('Anna');
  await expect(detail.locator('ins').first()).toBeVisible();
  await expect(page.getByRole('region', { name: 'What to discuss first' })).toContainText('0 of 5');
  await expect(page.getByRole('region', { name: 'Time in each chapter' })).toContainText(
    /under a minute|min/,
  );

  const saved = async (button: string): Promise<string> => {
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: button }).click();
    return readFile(await (await download).path(), 'utf8');
  };
  const [people = '', times = '', questions = ''] = (await saved('Download CSV')).split('\r\n\r\n');
  expect(people.split('\r\n').map((row) => row.split('","')[0])).toEqual(
    ['Person', 'Anna', 'Ben', 'Cleo', 'Dora', 'Emil', 'fay'].map((name) => `"${name}`),
  );
  expect(people).toMatch(/^"Emil",.*"does not pass"/m);
  expect(times).toMatch(/"[^"]+","4"$/m);
  expect(questions).toContain('(most chosen wrong answer)');
  expect(await saved('Download Markdown')).toMatch(/^\| Emil \|.* does not pass \|/m);
  const own = new RegExp(`^GET (?:blob:)?${new URL(page.url()).origin}/[^?]*$`);
  expect(requests.length).toBeGreaterThan(0);
  expect(requests.filter((request) => !own.test(request))).toEqual([]);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
});

test('sixty records stay readable on a phone and on a large screen, and their names in view', async ({
  page,
}) => {
  const passes = await Promise.all(scenarioIds.map((id) => passOf(id, fixed)));
  const team = Array.from({ length: 60 }, (_, at) => file(`${at}.json`, recordOf(passes, `Person ${at}`)));
  await page.goto('team/');
  await choose(page, team);
  const matrix = page.locator('.ll-team-matrix');
  await expect(matrix.getByRole('row')).toHaveCount(61);
  for (const width of [390, 1280, 1920]) {
    await page.setViewportSize({ width, height: 900 });
    await matrix.evaluate((element) => element.scrollTo(10_000, 10_000));
    await matrix.scrollIntoViewIfNeeded();
    await expect(matrix.getByRole('rowheader', { name: 'Person 59' })).toBeInViewport();
    await expect(matrix.getByRole('columnheader').last()).toBeInViewport();
    await expect(matrix.getByRole('button', { name: /^Person 59, .*/ }).last()).toBeInViewport();
    expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(width);
  }
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
  expect(readRecord(text).record).toMatchObject({ name: 'Anna', passes: [pass], events: [answered] });

  await page.getByLabel('Import a record').setInputFiles(file('again.json', text));
  await expect(page.getByRole('status')).toContainText('All of it was here already.');
  await page.getByRole('button', { name: 'Clear my progress' }).click();
  await page.getByRole('button', { name: 'Keep it' }).click();
  await expect(page.getByRole('row', { name: /A logger per transaction/ })).toBeVisible();
  await page.getByRole('button', { name: 'Clear my progress' }).click();
  await page.getByRole('button', { name: 'Clear it' }).click();
  await expect(page.getByText('This browser keeps no progress yet.')).toBeVisible();
});

const newer = { v: 3, type: 'medal', at: 1 };
const throwing = (name: string): string => `() => { throw new DOMException('no', '${name}') }`;
for (const [what, refuse, kept, sentence] of [
  [
    'that is blocked',
    `Storage.prototype.getItem = Storage.prototype.setItem = ${throwing('SecurityError')}`,
    [],
    'This browser keeps nothing for this site',
  ],
  [
    'that is full',
    `Storage.prototype.setItem = ${throwing('QuotaExceededError')}`,
    [newer],
    'This browser has no room left for this site. What it has kept stays',
  ],
  [
    'that a newer version of the site has written',
    '',
    [newer],
    'Entries that this version of the course cannot read: 1.',
  ],
  ['that is damaged', '', '[{"v":2,', 'Entries that this version of the course cannot read: 1.'],
  ['that is empty, for whatever reason', '', [], 'Import your record to get it back.'],
] as const) {
  test(`of a storage ${what} the page says so, and loses nothing of it`, async ({ page }) => {
    const key = 'leak-lab/progress/events';
    const before = typeof kept === 'string' ? [kept] : kept;
    await page.addInitScript(
      ([name = '', text = '']) => {
        if (localStorage.getItem(name) === null) localStorage.setItem(name, text);
      },
      [key, typeof kept === 'string' ? kept : JSON.stringify(kept)],
    );
    // After the one above, which must be able to store.
    await page.addInitScript(refuse);
    await page.goto('team/record/');
    await expect(page.locator('.ll-record')).toContainText(sentence);
    const answered = { v: 2, at: 5, type: 'answered', chapter, question: 'why', value: '1', right: true };
    await page
      .getByLabel('Import a record')
      .setInputFiles(file('mine.json', { ...recordOf([]), events: [answered] }));
    await expect(page.getByRole('status')).toContainText('1 added.');
    const download = page.waitForEvent('download');
    await page.getByRole('button', { name: 'Download my record' }).click();
    const { record } = readRecord(await readFile(await (await download).path(), 'utf8'));
    expect(record?.events).toEqual([answered, ...before]);
    if (refuse !== '') return;
    const stored = await page.evaluate((name) => localStorage.getItem(name) ?? '', key);
    expect(JSON.parse(stored)).toEqual([...before, answered]);
  });
}
