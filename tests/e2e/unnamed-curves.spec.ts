/** Chapter 1 asks for a diagnosis before it names anything: curves without names, a choice, then the names and the whole run. */

import { expect, type Page, test } from '@playwright/test';

const path = 'course/01-memory-that-only-goes-up/';
const classes = /CachedPart|Logger|PooledBuffer/;

const figureOf = (page: Page) => page.locator('ll-unnamed-curves');
/** Text that is on the screen: `innerText` leaves out what is hidden, and is not known of drawings. */
async function shownIn(page: Page): Promise<string> {
  const figure = figureOf(page);
  const names = figure.locator('tspan').filter({ visible: true });
  return `${(await figure.innerText()).trim()} ${(await names.allTextContents()).join(' ')}`;
}

/** Moves the focus on by the Tab key until it is on what a selector names. */
async function tabTo(page: Page, selector: string): Promise<void> {
  for (let presses = 0; presses < 80; presses++) {
    await page.keyboard.press('Tab');
    if (await page.evaluate((asked) => document.activeElement?.matches(asked) === true, selector)) return;
  }
  throw new Error(`The Tab key does not come to ${selector}.`);
}

test('the curves are named only after a choice, by keyboard alone, and then the whole run can be seen', async ({
  page,
}) => {
  await page.goto(path);
  const slider = figureOf(page).getByRole('slider', { name: 'Transactions you have seen' });
  const counts = figureOf(page).locator('.counts');
  await tabTo(page, 'll-unnamed-curves input');
  await expect(slider).toHaveAttribute('aria-valuetext', '20 transactions');
  await page.keyboard.press('ArrowRight');
  await expect(slider).not.toHaveAttribute('aria-valuetext', '20 transactions');
  await page.keyboard.press('End');
  await expect(slider).toHaveAttribute('aria-valuetext', '300 transactions');
  await expect(counts).toHaveText('After 300 transactions, A is at 867, B at 300 and C at 16.');
  expect(await shownIn(page)).not.toMatch(classes);
  await expect(page.locator('.ll-playground .ll-run-sentence')).toBeHidden();

  const question = page.locator('ll-quiz.prediction');
  await tabTo(page, 'll-quiz.prediction input');
  await page.keyboard.press('Space');
  for (let presses = 0; presses < 4; presses++) {
    if (await question.getByRole('radio', { name: 'Only A' }).isChecked()) break;
    await page.keyboard.press('ArrowDown');
  }
  expect(await shownIn(page)).not.toMatch(classes);
  await page.keyboard.press('Enter');
  await expect(question.getByRole('status')).toContainText('Not this one. A leads, but a lead says nothing');

  await expect(counts).toHaveText(
    'After 10,000 transactions, A (CachedPart) is at 1,280, B (Logger) at 10,000 and C (PooledBuffer) at 16.',
  );
  expect(await shownIn(page)).toMatch(/A CachedPart B Logger C PooledBuffer/);

  await page.reload();
  await expect(slider).toHaveAttribute('aria-valuetext', '10,000 transactions');
  await expect(counts).toContainText('B (Logger) at 10,000');
});

test('on paper the curves end where a reader may have seen them, wherever the control stands', async ({
  page,
}) => {
  await page.goto(path);
  const counts = figureOf(page).locator('.counts');
  await expect(counts).toContainText('After 20 transactions');
  await page.emulateMedia({ media: 'print' });
  await expect(counts).toContainText('After 300 transactions');
  await expect(figureOf(page).getByRole('slider')).toBeHidden();
  expect(await shownIn(page)).not.toMatch(classes);
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the beginning is drawn without names, and the answer unfolds', async ({ page }) => {
    await page.goto(path);
    const figure = figureOf(page);
    await expect(figure.locator('.counts')).toHaveText(
      'After 300 transactions, A is at 867, B at 300 and C at 16.',
    );
    await expect(figure.getByRole('slider')).toBeHidden();
    await expect(figure.locator('.name').first()).toBeHidden();
    const question = page.locator('ll-quiz.prediction');
    await question.locator('summary').click();
    await expect(question).toContainText('Only B, which climbs at a steady pace. B is the registry');
  });
});
