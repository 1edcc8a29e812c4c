/** The answer is not one click away: while a challenge is open, its chapter comes without the fixed program. */

import { globSync } from 'node:fs';
import { expect, type Page, test } from '@playwright/test';

import {
  chapter,
  chapters,
  openPlayground,
  ownVersionOf,
  programFile,
  scenarioOpened,
} from './playground-page.ts';

/** Its four versions are what the chapter is about. */
const toldInFull = 'four-versions';
const asking = chapters
  .map(({ path, scenarios }) => ({ path, scenarios: scenarios.filter((each) => each !== toldInFull) }))
  .filter(({ scenarios }) => scenarios.length > 0);

/** A text without all that differs between source, JSON and highlighted HTML. */
const squeezed = (text: string): string => text.replaceAll(/&(?:#x?\w+|\w+);|\\[nrt]|[\s"'`\\<>&]/g, '');

/** Lines of a right program that tell it from others, by default from the leaky one. */
function tellingLines(scenario: string, name: string, others = ['leaky']): readonly string[] {
  const elsewhere = others.map((each) => squeezed(programFile(scenario, each))).join('\n');
  const lines = programFile(scenario, name).split('\n').map(squeezed);
  return lines.filter((line) => line.length > 24 && !elsewhere.includes(line));
}

/** Such lines of all right programs of a scenario: each would give the answer away. */
function allTellingLines(scenario: string): readonly string[] {
  const names = globSync('fixed*.ts', { cwd: `playground/scenarios/${scenario}` });
  return names.flatMap((file) => tellingLines(scenario, file.replace(/\.ts$/, '')));
}

/** Which of the lines stand in a text, as it is or as highlighted. */
function found(lines: readonly string[], text: string): readonly string[] {
  const forms = [text, text.replaceAll(/<\/?[a-z][^<>]*>/g, '')].map((form) => squeezed(form));
  return lines.filter((line) => forms.some((form) => form.includes(line)));
}

/** Keeps the text of all that a page loads. */
function loadedBy(page: Page): () => Promise<string> {
  const texts: Promise<string>[] = [];
  page.on('response', (response) => texts.push(response.text().catch(() => '')));
  return async () => (await Promise.all(texts)).join('\n');
}

/** Opens the hints, one after another, and then the solution. */
async function showSolution(page: Page, scenario: string): Promise<void> {
  const challenge = page.locator(`ll-challenge[data-scenario="${scenario}"]`);
  for (const summary of await challenge.locator('summary').all()) await summary.click();
  await expect(challenge.locator('.solution')).toContainText('ends the challenge unsolved');
  await challenge.getByRole('button', { name: 'Show the solution' }).click();
  await expect(challenge.locator('.solution .line.ll-changed').first()).toBeVisible();
}

test('there are lines to look for, and the free playground has them', async ({ page }) => {
  expect(asking.length).toBeGreaterThanOrEqual(9);
  for (const scenario of asking.flatMap(({ scenarios }) => scenarios)) {
    expect(allTellingLines(scenario).length, scenario).toBeGreaterThan(2);
    const lines = tellingLines(scenario, 'fixed');
    const response = await page.request.get(`playground/${scenario}/`);
    expect(found(lines, await response.text()), scenario).toEqual(lines);
  }
});

for (const { path, scenarios } of asking) {
  test(`${path} brings its fixed program when the solution is shown, and not before`, async ({ page }) => {
    const loaded = loadedBy(page);
    await page.goto(path);
    for (const scenario of scenarios) {
      const root = page.locator(`[data-playground="${scenario}"]`);
      await root.scrollIntoViewIfNeeded();
      await root.getByRole('radio', { name: 'contract' }).check();
      await expect(root.locator('.ll-code-own')).toContainText('interface Server');
      await expect(root.getByRole('radio', { name: 'fixed' })).toHaveCount(0);
    }
    await page.locator('ll-challenge').last().scrollIntoViewIfNeeded();
    const before = await loaded();
    for (const scenario of scenarios)
      expect(found(allTellingLines(scenario), before + (await page.content())), scenario).toEqual([]);

    for (const scenario of scenarios) {
      await showSolution(page, scenario);
      const tab = page.locator(`[data-playground="${scenario}"]`).getByRole('radio', { name: 'fixed' });
      await tab.check();
      const code = page.locator(`[data-playground="${scenario}"] [data-program="fixed"] code`);
      await expect(code).toBeVisible();
      const lines = tellingLines(scenario, 'fixed');
      expect(found(lines, (await code.textContent()) ?? ''), scenario).toEqual(lines);
    }
    await expect(page.locator('a[data-challenge]')).toHaveText('solution shown');
    await page.reload();
    await page.locator(`[data-playground="${scenarios[0]}"]`).scrollIntoViewIfNeeded();
    await expect(page.getByRole('radio', { name: 'fixed' })).toHaveCount(scenarios.length);
  });
}

test('chapter 11 shows its versions, and keeps the one that it asks for', async ({ page }) => {
  const loaded = loadedBy(page);
  const path = chapters.find(({ scenarios }) => scenarios.includes(toldInFull))?.path;
  const playground = await openPlayground(page, path, toldInFull);
  await playground.choose('fixed');
  await playground.run.click();
  await playground.reach('finished');
  const lines = tellingLines(toldInFull, 'fixed-found-once', ['leaky', 'fixed', 'fixed-virtual-logger']);
  expect(lines.length).toBeGreaterThan(1);
  expect(found(lines, (await loaded()) + (await page.content()))).toEqual([]);

  await playground.write(ownVersionOf(programFile(toldInFull, 'fixed')));
  await playground.run.click();
  const challenge = page.locator('ll-challenge');
  await expect(challenge).toContainText('but the challenge asks for more');
  await expect(challenge.getByRole('listitem')).toHaveText(/^It takes the lock 1\.00 times/);
  await expect(playground.status).not.toContainText('Challenge passed');
  await showSolution(page, toldInFull);
  expect(found(lines, await challenge.innerText())).toEqual(lines);
});

test('a locked program runs unseen: its curve and its verdict are there, and no line of it', async ({
  page,
}) => {
  const loaded = loadedBy(page);
  const playground = await openPlayground(page);
  await playground.run.click();
  await playground.reach('finished');
  await playground.runFixed.click();
  await expect(playground.status).toContainText('a fixed version · No leak');
  await expect(playground.root.locator('.ll-run-end[data-role="fixed"]')).toContainText('a fixed version');
  await expect(playground.panel.locator('[data-passed=true]')).toHaveCount(8);
  await expect(playground.panel).not.toContainText('Recognised');
  await playground.root.getByRole('tab', { name: 'Why alive' }).click();
  await expect(playground.panel).toContainText('Logger × 1');
  await expect(playground.panel.locator('code')).toHaveCount(0); // No path.
  await page.emulateMedia({ media: 'print' });
  expect(found(allTellingLines(scenarioOpened), (await loaded()) + (await page.content()))).toEqual([]);
});

test('a phrase about a locked program is plain text, and a link once the solution is shown', async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const phrase = page.locator('.ll-lines', { hasText: 'each record' });
  await expect(phrase).not.toHaveAttribute('href');
  await expect(phrase).toHaveText(/^\s*each record\s*$/, { useInnerText: true });
  await phrase.click();
  await showSolution(page, scenarioOpened);
  await phrase.click();
  await expect(playground.root.locator('.line.ll-highlighted')).toContainText('write({');
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });
  test('the solution is not in the page, which says where it is', async ({ page }) => {
    await page.goto(chapter);
    const challenge = page.locator('ll-challenge');
    for (const summary of await challenge.locator('summary').all()) await summary.click();
    await expect(challenge.getByRole('button')).toBeHidden();
    await challenge.getByRole('link', { name: 'Playground: ' }).click();
    await page.locator('.ll-playground').getByText('fixed', { exact: true }).first().click();
    const code = page.locator('.ll-code-given[data-program="fixed"]');
    const lines = tellingLines(scenarioOpened, 'fixed');
    expect(found(lines, (await code.textContent()) ?? '')).toEqual(lines);
  });
});
