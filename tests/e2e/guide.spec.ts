/** The guide for a facilitator: the plan, the notes, the clock and the paper. */

import { expect, test } from '@playwright/test';

import { expected } from '../../src/guide/expected-answers.ts';

const guide = 'team/guide/';
const minute = 60_000;

test('the clock says how a session stands, and goes on after a reload', async ({ page }) => {
  await page.clock.install();
  await page.goto(guide);
  const clock = page.getByRole('region', { name: 'Clock of the session' });
  const status = clock.getByRole('status');
  await expect(clock).toContainText('Press Start');
  await clock.getByRole('button', { name: 'Start', exact: true }).focus();
  await page.keyboard.press('Enter');
  await clock.getByRole('button', { name: 'Next step' }).focus();
  await page.keyboard.press('Enter');
  await expect(status).toHaveText(/^Step 2 of 10: Which curve is the leak\?.* ahead\.$/);
  const said = await status.innerText();

  await page.clock.fastForward(13 * minute);
  await expect(clock).toContainText(
    '5 min behind. Leave out “Second cause: a release that is skipped” (5 min)',
  );
  expect(await status.innerText(), 'nothing is said aloud each second').toBe(said);

  await page.reload();
  await expect(clock).toContainText('Step 2 of 10');
  await expect(clock).toContainText('5 min behind');
  await expect(page.locator('[aria-current=step]')).toContainText('If nobody answers');
  await clock.getByRole('button', { name: 'Pause' }).click();
  await clock.getByRole('button', { name: 'Reset' }).click();
  await expect(clock).toContainText('Press Start');
});

test('one switch shows all notes of the chosen route, and the browser remembers both', async ({ page }) => {
  await page.goto(guide);
  const notes = page.getByText('If nobody answers').filter({ visible: true });
  await expect(notes).toHaveCount(0);
  await page.getByRole('radio', { name: '90 minutes' }).check();
  await page.getByRole('switch', { name: 'Show notes' }).check();
  await page.reload();
  await expect(page.getByRole('radio', { name: '90 minutes' })).toBeChecked();
  await expect(page.getByRole('heading', { name: 'Fix the failing path in pairs' })).toBeVisible();
  await expect(notes).toHaveCount(13);
});

test('the route of 60 minutes prints with its notes on five pages', async ({ page }) => {
  await page.goto(guide);
  const margin = '12mm';
  const pdf = await page.pdf({
    format: 'A4',
    margin: { top: margin, right: margin, bottom: margin, left: margin },
  });
  expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)?.length).toBeLessThanOrEqual(5);
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('If nobody answers').filter({ visible: true })).toHaveCount(10);
  await expect(page.getByRole('button', { name: 'Start', exact: true })).toBeHidden();
});

test('each answer that the guide expects is wrong in its chapter', async ({ page }) => {
  await page.goto(guide);
  const options = Object.values(expected)
    .flat()
    .filter((answer) => answer.type === 'option');
  const right = await page.evaluate(async (asked) => {
    const found = await Promise.all(
      asked.map(async ({ page: slug, question, place }) => {
        const text = await (await fetch(`../../${slug}/`)).text();
        const chapter = new DOMParser().parseFromString(text, 'text/html');
        const inputs = [...chapter.querySelectorAll<HTMLInputElement>(`input[value="${place}"]`)];
        const input = inputs.find(
          (each) =>
            [`guess-${question}`, `check-${question}`].includes(each.name) ||
            each.closest('fieldset')?.textContent.includes(question),
        );
        return { question, place, right: input?.dataset['right'] !== undefined, found: input !== undefined };
      }),
    );
    return found.filter((each) => each.right || !each.found);
  }, options);
  // A number to predict has no options.
  expect(right.filter(({ question }) => question !== 'about how many loggers')).toEqual([]);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('all routes stand there with all their notes', async ({ page }) => {
    await page.goto(guide);
    for (const minutes of [60, 75, 90])
      await expect(page.getByRole('heading', { name: `The route of ${minutes} minutes` })).toBeVisible();
    await expect(page.getByText('If nobody answers').filter({ visible: true })).toHaveCount(10 + 12 + 13);
    await expect(page.getByRole('switch', { name: 'Show notes' })).toBeHidden();
  });
});
