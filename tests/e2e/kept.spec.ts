/** What a browser keeps of a reader's work, and what the page says where it keeps nothing. */

import { expect, type Locator, type Page, test } from '@playwright/test';

import { machineHash, scenarioHash } from '#playground/node/machine-hash.ts';
import {
  alivePlayground,
  chapter,
  labFile,
  openPlayground,
  ownVersionOf,
  type Playground,
  scenarioOpened,
  sourceOf,
} from './playground-page.ts';

const mine = `leak-lab/program/${scenarioOpened}`;
const progressKey = 'leak-lab/progress/events';
const nothingKept = 'This browser keeps nothing: your edit lasts until you leave the page.';

const boxOf = ({ root }: Playground): Locator => root.locator('textarea.ll-code-plain');
const button = ({ root }: Playground, name: string): Locator =>
  root.getByRole('button', { name, exact: true });

/** What is in storage before the page's first script. */
async function storedBefore(page: Page, key: string, value: unknown): Promise<void> {
  await page.addInitScript(
    ([name = '', text = '']) => {
      if (localStorage.getItem(name) === null) localStorage.setItem(name, text);
    },
    [key, typeof value === 'string' ? value : JSON.stringify(value)],
  );
}

const event = (over: object): object => ({
  v: 2,
  at: 1,
  type: 'passed',
  chapter: chapter.replace(/\/$/, ''),
  scenario: scenarioOpened,
  value: '',
  ...over,
});

test('a reset can be undone, from the keyboard at once, and loses nothing twice', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write('// first\n');
  await button(playground, 'Reset').click();
  await expect(playground.root.locator('.ll-edit-notes')).toHaveText(/Reset\.\s*Undo/);
  await expect(playground.root.getByRole('radio', { name: 'leaky' })).toBeChecked();
  await expect(button(playground, 'Undo')).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(boxOf(playground)).toHaveValue('// first\n');
  await expect(button(playground, 'Reset')).toBeFocused();

  await page.keyboard.press('Enter');
  await playground.write('// second\n');
  await button(playground, 'Reset').click();
  await page.reload();
  const again = await alivePlayground(page);
  await again.root.getByRole('checkbox', { name: 'Plain text box' }).check();
  await button(again, 'My earlier version').click();
  await expect(boxOf(again)).toHaveValue('// second\n');
  await button(again, 'My earlier version').click();
  await expect(boxOf(again)).toHaveValue('// first\n');
});

test('an edit in another tab is an earlier version here, and both outlast a reload', async ({ context }) => {
  const here = await openPlayground(await context.newPage());
  const there = await openPlayground(await context.newPage());
  await here.write('// here\n');
  await there.write('// there\n');
  await expect(here.root.locator('.ll-edit-notes')).toHaveText(
    'Changed in another tab. That version is under “My earlier version”.',
  );
  await expect(boxOf(here)).toHaveValue('// here\n');
  await boxOf(here).fill('// here again\n');
  await there.page.reload();
  const again = await alivePlayground(there.page);
  await expect(again.root.locator('.ll-code-own')).toHaveText('// here again');
  await button(again, 'My earlier version').click();
  await expect(again.root.locator('.ll-code-own')).toHaveText('// there');
});

test('progress in another tab shows here', async ({ context }) => {
  const here = await context.newPage();
  const there = await context.newPage();
  await here.goto('course/02-inside-cnchserverresource/');
  await there.goto(chapter);
  const link = here.locator('.sidebar-content a', { hasText: 'A logger per transaction' });
  await expect(link.getByRole('img')).toHaveCount(0);
  await there.getByLabel('How many loggers are alive').fill('20');
  await there.keyboard.press('Enter');
  await expect(link.getByRole('img', { name: 'started' })).toHaveCount(1);
});

for (const [how, refuse] of [
  [
    'may not be looked at',
    'Object.defineProperty(window, "localStorage", { get() { throw new Error("no") }, configurable: true })',
  ],
  ['takes nothing', 'Storage.prototype.setItem = () => { throw new DOMException("no", "SecurityError") }'],
] as const) {
  test(`where storage ${how}, the page says so, and all the rest works`, async ({ page, context }) => {
    await context.grantPermissions(['clipboard-read', 'clipboard-write']);
    await page.addInitScript(refuse);
    const playground = await openPlayground(page);
    const notes = playground.root.locator('.ll-edit-notes');
    await expect(notes).toContainText(nothingKept);
    await expect(playground.root.locator('.ll-edit-rule')).not.toContainText('kept in this browser');
    await playground.write('// mine\n');
    await button(playground, 'Copy my program').click();
    await expect(notes).toContainText('Copied.');
    expect(await page.evaluate(() => navigator.clipboard.readText())).toBe('// mine\n');

    await page.getByLabel('How many loggers are alive').fill('20');
    await page.keyboard.press('Enter');
    const prompt = page.locator('ll-predict').first();
    await expect(prompt).toContainText('You said 20.');
    await expect(prompt).toContainText('This browser does not keep your progress');
    const link = page.locator('.sidebar-content a', { hasText: 'A logger per transaction' });
    await expect(link.getByRole('img', { name: 'started' })).toHaveCount(1);

    await page.getByLabel('Select theme').first().selectOption('dark');
    await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
  });
}

test('a full storage is named as one, and what it holds stays', async ({ page }) => {
  await storedBefore(page, progressKey, [event({})]);
  const playground = await openPlayground(page);
  await page.evaluate(() => {
    for (let size = 2 ** 22; size >= 1; size = Math.floor(size / 2)) {
      try {
        for (let n = 0; ; n++) localStorage.setItem(`fill-${size}-${n}`, 'x'.repeat(size));
      } catch {
        // No more of this size.
      }
    }
  });
  await playground.write('// mine\n');
  await expect(playground.root.locator('.ll-edit-notes')).toContainText('This browser has no room left');
  await expect(page.locator('ll-challenge')).toHaveAttribute('data-state', 'passed');
});

test('a program that is too large is not kept, says so, and leaves room for the rest', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write('// small\n');
  await boxOf(playground).fill(`// ${'x'.repeat(1_000_000)}\n`);
  await expect(playground.root.locator('.ll-edit-notes')).toContainText(
    'The program is too large to be kept',
  );
  expect(await page.evaluate((key) => localStorage.getItem(key)?.length ?? 0, mine)).toBeLessThan(1000);
  await page.reload();
  await expect((await alivePlayground(page)).root.locator('.ll-code-own')).toHaveText('// small');
});

test('what a later version of the site has kept stays, and what is broken is not shown', async ({ page }) => {
  const later = [event({ v: 3, medal: 'gold' }), event({ type: 'predicted', question: '', value: 'NaN' })];
  await storedBefore(page, progressKey, later);
  await storedBefore(page, mine, { v: 9, text: '// of a later version' });
  await storedBefore(page, 'starlight-theme', '{garbage');
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  const playground = await openPlayground(page);
  await playground.write('// mine\n');
  await page.getByLabel('How many loggers are alive').fill('20');
  await page.keyboard.press('Enter');
  await expect(page.locator('ll-predict').first()).toContainText('You said 20.');
  await page.reload();
  await expect((await alivePlayground(page)).root.locator('.ll-code-own')).toHaveText('// mine');
  const kept = await page.evaluate(
    ([one = '', two = '']) => `${localStorage[one]} ${localStorage[two]}`,
    [progressKey, mine],
  );
  expect(kept).toContain('"medal":"gold"');
  expect(kept).toContain('// of a later version');
  await expect(page.locator('body')).not.toContainText('NaN');
  expect(errors).toEqual([]);
});

test('what an earlier version of the site has kept is taken over, and then removed', async ({ page }) => {
  const formerly = [`leak-lab:mine:${scenarioOpened}`, 'leak-lab/progress'] as const;
  const first = { v: 1, at: 1, page: `/somewhere/${chapter}`, what: scenarioOpened };
  await storedBefore(page, formerly[0], {
    source: '// of the first format',
    earlier: '// older',
    shown: true,
  });
  await storedBefore(page, formerly[1], [
    { ...first, type: 'attempted', value: '8/8' },
    { ...first, type: 'passed', value: '' },
    { v: 1, of: 'nobody' },
  ]);
  const { root } = await openPlayground(page);
  await expect(root.locator('.ll-code-own')).toHaveText('// of the first format');
  await expect(page.locator('ll-challenge')).toHaveAttribute('data-state', 'passed');
  await expect(page.locator('ll-challenge')).toContainText('You have passed this challenge before.');
  const kept = await page.evaluate(
    (keys) => keys.map((key) => localStorage.getItem(key)),
    [...formerly, mine, progressKey],
  );
  const [program, progress] = kept.slice(2).map((text) => JSON.parse(text ?? '[]') as unknown);
  expect(kept.slice(0, 2)).toEqual([null, null]);
  expect(program).toEqual([{ v: 2, mine: '// of the first format', earlier: ['// older'], shown: true }]);
  expect(progress).toEqual([event({ type: 'attempted', value: '8/8' }), event({}), { v: 1, of: 'nobody' }]);
});

test('a challenge says after a reload what was tried, and hints stay open', async ({ page }) => {
  await storedBefore(page, progressKey, [event({ type: 'attempted', value: '5/8' })]);
  await page.goto(chapter);
  const challenge = page.locator('ll-challenge');
  await expect(challenge).toContainText('5 of 8 checks passed');
  const summaries = challenge.locator('summary');
  await expect(summaries.last()).toBeVisible(); // The solution: one has tried.
  await summaries.first().click();
  await expect(challenge.locator('details').first()).toHaveAttribute('open');
  await page.reload();
  await expect(challenge.locator('details').first()).toHaveAttribute('open');
  await expect(challenge.locator('details').nth(1)).not.toHaveAttribute('open');
});

test('a given program passes no challenge, and one’s own does', async ({ page }) => {
  test.slow(); // Three runs, each with its trials.
  const playground = await openPlayground(page);
  const challenge = page.locator('ll-challenge');
  const fixed = await sourceOf(page, 'fixed');
  await playground.write(`// mine\n${fixed.replaceAll('\n', '\n\n')}`);
  await playground.run.click();
  await playground.reach('finished');
  await expect(challenge).toContainText('This is the given program. Change it, or write your own.');
  await expect(challenge).not.toContainText('Passed');
  await expect(challenge).toHaveAttribute('data-state', 'open');
  await page.reload();
  await expect(challenge).toContainText('Not tried yet');

  const again = await alivePlayground(page);
  await again.write(ownVersionOf(fixed));
  await again.run.click();
  await again.reach('finished');
  await expect(challenge).toContainText('Passed: all 8 checks');
  await expect(challenge.locator('.why')).toHaveText(/^Recognised: /);
  await expect(challenge.getByRole('link', { name: 'Download your record' })).toBeVisible();
  const kept = await page.evaluate((key) => localStorage.getItem(key) ?? '[]', progressKey);
  const [passed] = (JSON.parse(kept) as readonly Record<string, unknown>[]).filter(
    ({ type }) => type === 'passed',
  );
  expect(passed).toMatchObject({ chapter: chapter.replace(/\/$/, ''), scenario: scenarioOpened });
  expect(passed?.['run']).toEqual({
    program: ownVersionOf(fixed),
    workload: labFile(scenarioOpened).workload,
    scenarioHash: await scenarioHash(scenarioOpened),
    machineHash: await machineHash(),
  });

  await again.write(
    fixed.replace('[Symbol.dispose](): void {', '[Symbol.dispose](): void {\n    throw new Error("no end");'),
  );
  await again.run.click();
  await again.reach('failed');
  await expect(challenge.getByRole('listitem')).toHaveCount(1);
});

test('a prediction is a whole number, and a verdict on an answer goes with the answer', async ({ page }) => {
  await page.goto(chapter);
  const question = page.getByLabel('How many loggers are alive');
  const prompt = page.locator('ll-predict').first();
  for (const [typed, sentence] of [
    ['1280.5', 'Type a whole number, 0 or more.'],
    ['99999999999999999999', 'Type a number of at most 15 digits.'],
    ['1,280', 'You said 1,280.'],
  ] as const) {
    await question.fill(typed);
    await question.press('Enter');
    await expect(prompt.getByRole('status')).toContainText(sentence);
  }
  const quiz = page.locator('ll-quiz').first();
  await quiz.locator('input:not([data-right])').first().check();
  await quiz.getByRole('button').click();
  await expect(quiz.getByRole('status')).toContainText('Not this one.');
  await quiz.locator('input[data-right]').check();
  await expect(quiz.getByRole('status')).toBeEmpty();
});

test('without a network the plain text box holds the program that the page came with', async ({ page }) => {
  await page.route('**/lab/*.json', (route) => route.abort());
  const playground = await openPlayground(page);
  await playground.root.getByRole('checkbox', { name: 'Plain text box' }).check();
  await expect(boxOf(playground)).toBeEditable();
  await expect(boxOf(playground)).toHaveValue(/class CnchServerResource/);
  await playground.write('// mine\n');
  await expect(playground.root.getByRole('radio', { name: 'mine' })).toBeChecked();
});
