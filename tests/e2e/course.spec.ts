/** A chapter's challenge from the page: once wrongly, once rightly, and what is kept of it. */

import { expect, test } from '@playwright/test';

import { chapter, chapters, openPlayground, ownVersionOf, sourceOf } from './playground-page.ts';

test('a known wrong fix is told why it fails, a right one is recognised, and the pass is kept', async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const challenge = page.locator('ll-challenge');
  await expect(challenge).toContainText('Not tried yet');
  const aboveTitle = page.locator('a[data-challenge]');
  await expect(aboveTitle).toHaveText('challenge open');

  const leaky = await sourceOf(page, 'leaky');
  await playground.write(
    ownVersionOf(leaky.replace('`SessionResource(${transaction})`', "'ServerResource'")),
  );
  await playground.run.click();
  await playground.reach('finished');
  await expect(challenge).toContainText('7 of 8 checks passed');
  await expect(challenge).toContainText('Now no line says which transaction it is about');
  await expect(aboveTitle).toHaveText('challenge open');

  await playground.write(ownVersionOf(await sourceOf(page, 'fixed')));
  await playground.run.click();
  await playground.reach('finished');
  await expect(challenge).toContainText('Passed: all 8 checks');
  await expect(challenge).toContainText('one logger for all, under a constant name');
  await expect(aboveTitle).toHaveText('challenge passed');

  await page.reload();
  await expect(page.locator('ll-challenge')).toContainText('You have passed this challenge before');
  await expect(aboveTitle).toHaveText('challenge passed');
  const link = page.locator('.sidebar-content a', { hasText: 'A logger per transaction' });
  await expect(link.getByRole('img', { name: 'done' })).toHaveCount(1);
});

test('a program that fails passes no check', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write('export class CnchServerResource { constructor() { for (;;) {} } }');
  await playground.run.click();
  await playground.reach('failed');
  await expect(page.locator('ll-challenge')).toContainText('0 of 8 checks passed');
});

test('a phrase highlights its lines in the code, in the text and in the editor, and leads back', async ({
  page,
}) => {
  const { root } = await openPlayground(page);
  const phrase = page.getByRole('link', { name: 'keeps it there' });
  await phrase.click();
  await expect(root.locator('.line.ll-highlighted')).toHaveText(/loggers\.set\(name, logger\)/);
  await page.keyboard.press('Enter'); // The way back has the focus.
  await expect(phrase).toBeFocused();
  await expect(root.locator('.line.ll-highlighted')).toHaveCount(0);

  await root.getByRole('button', { name: 'Edit' }).click();
  await expect(root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await root.getByRole('radio', { name: 'contract' }).check();
  await phrase.click();
  await expect(root.locator('.ll-highlighted-line')).toHaveCount(1);
  await expect(root.getByRole('radio', { name: 'leaky' })).toBeChecked();
});

test('a phrase that is clicked before the playground is alive is not forgotten', async ({ page }) => {
  await page.goto(chapter);
  await page.getByRole('link', { name: 'keeps it there' }).click();
  await expect(page.locator('.line.ll-highlighted')).toHaveCount(1);
});

test('what was measured stays covered until it is predicted; then both are on the chart, also after a reload', async ({
  page,
}) => {
  const failing = 'course/04-nothing-lets-go/';
  const { root } = await openPlayground(page, failing, 'release-on-the-failing-path');
  const sentence = root.locator('.ll-run-sentence');
  await expect(sentence).toBeHidden();
  const question = page.getByLabel('about how many loggers');
  await question.fill('a few');
  await question.press('Enter');
  await expect(page.locator('ll-predict')).toContainText('Type a whole number');
  await expect(sentence).toBeHidden();

  await question.fill('2500');
  await question.press('Enter');
  const prompt = page.locator('ll-predict');
  await expect(prompt).toContainText('You said 2,500.');
  await expect(prompt).toContainText('That is how many transactions fail.');
  await expect(sentence).toBeVisible();
  await expect(root.locator('.ll-run-end[data-role=prediction]')).toContainText('predicted 2,500');

  await page.reload();
  await root.scrollIntoViewIfNeeded();
  await expect(root.locator('.ll-run-end[data-role=prediction]')).toContainText('predicted 2,500');
});

test('a choice uncovers what was measured, says what was thought wrongly, and is kept', async ({ page }) => {
  const { root } = await openPlayground(page);
  const sentence = root.locator('.ll-run-sentence');
  await expect(sentence).toBeHidden();
  const prompt = page.locator('ll-quiz.prediction');
  await prompt.getByRole('radio', { name: 'asks for its logger twice' }).check();
  await prompt.getByRole('button').click();
  await expect(prompt.getByRole('status')).toContainText('10,000 loggers at the end');
  await expect(sentence).toBeVisible();

  await page.reload();
  await root.scrollIntoViewIfNeeded();
  await expect(prompt.getByRole('status')).toContainText('10,000 loggers at the end');
  await expect(sentence).toBeVisible();
});

test('hints come one after another, and the solution after the last', async ({ page }) => {
  await openPlayground(page);
  const summaries = page.locator('ll-challenge summary');
  const visible = async () => (await summaries.filter({ visible: true }).allTextContents()).length;
  expect(await visible()).toBe(1);
  for (const already of [1, 2, 3]) {
    await summaries.nth(already - 1).click();
    expect(await visible()).toBe(already + 1);
  }
  await expect(summaries.nth(3)).toHaveText('A solution to compare with');
  await summaries.nth(3).click();
  await page.locator('ll-challenge').getByRole('button', { name: 'Show the solution' }).click();
  await expect(page.locator('ll-challenge .line.ll-changed').first()).toBeVisible();
});

test('what was in the capstone is told to who has passed, or asks for the solution', async ({ page }) => {
  await page.goto('course/12-lessons-and-capstone/');
  const told = page.getByRole('heading', { name: 'One shape' });
  const waits = page.getByText('This section opens when you have passed the challenge');
  await expect(waits).toBeVisible();
  await expect(told).toBeHidden();
  for (const summary of await page.locator('ll-challenge summary').all()) await summary.click();
  await page.locator('ll-challenge').getByRole('button', { name: 'Show the solution' }).click();
  await expect(told).toBeVisible();
  await expect(waits).toBeHidden();
  await page.reload();
  await expect(told).toBeVisible();
});

test('the other real versions can be run, and my own version is not lost', async ({ page }) => {
  await page.goto('course/11-what-byconity-really-did/');
  const root = page.locator('[data-playground="four-versions"]');
  await root.scrollIntoViewIfNeeded();
  await expect(root).toHaveAttribute('data-ready', '');
  await root.getByRole('checkbox', { name: 'Plain text box' }).check();
  const box = root.locator('textarea.ll-code-plain');
  await box.fill('// my own\n');
  await root.getByLabel('Start mine from').selectOption({ label: 'ClickHouse: a shared entry' });
  await expect(box).toHaveValue(/holders/);
  await root.getByRole('button', { name: /^Run(?! this trial)/ }).click();
  await expect(root).toHaveAttribute('data-state', 'finished');
  await expect(root.locator('.ll-verdict')).toContainText('mine · No leak');
  await root.getByRole('button', { name: 'My earlier version' }).click();
  await expect(box).toHaveValue('// my own\n');
});

test('the landing page says how far one is and where to go on', async ({ page }) => {
  await page.goto('course/02-inside-cnchserverresource/');
  for (const quiz of await page.locator('ll-quiz').all()) {
    await quiz.locator('input[data-right]').check();
    await quiz.getByRole('button').click();
  }
  await page.goto('./');
  await expect(page.locator('[data-go-on]')).toContainText(`1 of ${chapters.length} chapters done.`);
  await page.locator('[data-go-on]').getByRole('link', { name: 'A logger per transaction' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('A logger per transaction');
});

test('six names are sorted, each answer is explained, and the answers are kept once all are given', async ({
  page,
}) => {
  await page.goto('course/11-what-byconity-really-did/');
  const sort = page.locator('ll-sort');
  const names = sort.getByRole('group');
  await expect(names).toHaveCount(6);
  await sort.getByRole('radio', { name: 'bounded' }).first().check();
  const check = sort.getByRole('button', { name: 'Check all' });
  await check.click();
  await expect(names.first()).toContainText('Not this one. Leaks. A transaction id never comes back.');
  await expect(names.nth(1)).toContainText('Choose an answer for this name.');
  await expect(sort).toContainText('1 of 6 answered so far.');

  for (const right of await sort.locator('input[data-right]').all()) await right.check();
  await expect(names.first()).not.toContainText('Not this one.');
  await page.keyboard.press('Enter');
  await expect(names.nth(3)).toContainText('Right. Leaks. New parts are written');
  await expect(sort).toContainText('6 of 6 right.');
  const kept = await page.evaluate(() => JSON.stringify(localStorage));
  expect(kept).toContain('sort-logger-names');
  expect(kept).toContain('0,1,2,0,1,0');
});

test('a chapter’s line leads to its evidence, which is filtered by keyboard', async ({ page }) => {
  await page.goto('course/06-a-logger-pool/');
  await page.getByRole('link', { name: 'Evidence for A9' }).click();
  const evidence = page.locator('ll-evidence');
  const points = evidence.locator('details');
  await expect(points).toHaveCount(21);
  await expect(points.nth(8)).toHaveAttribute('open', '');
  await expect(points.nth(8)).toContainText('there never was a pool');

  await evidence.getByLabel('Taught in').focus();
  await page.keyboard.type('chapter 6');
  await expect(points.filter({ visible: true })).toHaveCount(2);
  await evidence.getByLabel('The record says').focus();
  await page.keyboard.type('contradicted');
  await expect(points.filter({ visible: true })).toHaveCount(1);
  await expect(evidence.getByRole('status')).toHaveText('1 of 21 points shown.');

  await page.evaluate(() => (location.hash = '#point-a1'));
  await expect(points.first()).toHaveAttribute('open', '');
  await expect(points.filter({ visible: true })).toHaveCount(21);
});
