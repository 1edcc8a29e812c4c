/** What a chapter's program shares with those before is folded to a line, and is there as soon as somebody wants it. */

import { expect, type Locator, type Page, test } from '@playwright/test';

import { openPlayground, programFile } from './playground-page.ts';

const path = 'course/08-bind-the-lifetimes/';
const scenario = 'owned-logger';
const line = (root: Locator, text: string): Locator =>
  root.locator('[data-program="leaky"] .line', { hasText: text });
const open = async (page: Page) => {
  const { root } = await openPlayground(page, path, scenario);
  return { root, box: root.locator('.ll-code-box'), fold: root.locator('.ll-fold > summary') };
};

test('known lines are one line that says which they are; Enter opens them, and opens no editor', async ({
  page,
}) => {
  const { root, box, fold } = await open(page);
  await expect(fold).toHaveText(
    /^addCreateQuery, addDataParts, sendResources: as in chapter 3 \(\d+ lines\)$/,
  );
  await expect(line(root, 'addCreateQuery(')).toBeHidden();
  await expect(line(root, '#log.retire()')).toBeVisible();

  await root.locator('.ll-code-page').focus();
  await page.keyboard.press('Tab');
  await expect(fold).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(line(root, 'addCreateQuery(')).toBeVisible();
  await expect(box).toHaveAttribute('data-editing', 'page');
  await page.keyboard.press('Space');
  await expect(line(root, 'addCreateQuery(')).toBeHidden();
});

test('a phrase that points to folded lines opens them', async ({ page }) => {
  const { root } = await open(page);
  const phrase = page.locator(`a[data-lines^="${scenario} leaky"]`).first();
  await phrase.evaluate((link, lines) => (link.dataset['lines'] = lines), `${scenario} leaky 50 50`);
  await phrase.click();
  await expect(root.locator('.line.ll-highlighted')).toBeVisible();
  await expect(root.locator('.line.ll-highlighted')).toHaveText(/this\.#requested\.add\(worker\)/);
});

test('a click below a fold puts the cursor on the line that was clicked', async ({ page }) => {
  const { root, box } = await open(page);
  await line(root, '#log.retire()').click();
  await expect(box).toHaveAttribute('data-editing', 'monaco');
  await page.keyboard.press('Home');
  await page.keyboard.type('// here ');
  await expect(root.locator('.view-line', { hasText: '// here ' })).toHaveText(/retire/);
});

test('a plain text box holds the folded lines too, even before the file of the scenario has come', async ({
  page,
}) => {
  await page.route(/\/lab\/owned-logger\./, () => {});
  const { root } = await open(page);
  await root.getByRole('checkbox', { name: 'Plain text box' }).check();
  await expect(root.locator('textarea.ll-code-plain')).toHaveValue(programFile(scenario, 'leaky'));
});

test('on paper nothing is folded', async ({ page }) => {
  const { root } = await open(page);
  await page.emulateMedia({ media: 'print' });
  await expect(line(root, 'addCreateQuery(')).toBeVisible();
});

test('the first program of the course, and a free playground, have nothing folded', async ({ page }) => {
  await page.goto('course/01-memory-that-only-goes-up/');
  await expect(page.locator('.ll-code-page .line').first()).toBeAttached();
  await expect(page.locator('.ll-fold')).toHaveCount(0);
  await page.goto(`playground/${scenario}/`);
  await expect(page.locator('.ll-code-page .line').first()).toBeAttached();
  await expect(page.locator('.ll-fold')).toHaveCount(0);
});
