/** The checklist goes to a meeting on one sheet of paper, whatever paper the printer has. */

import { expect, test } from '@playwright/test';

for (const format of ['A4', 'Letter']) {
  test(`the checklist prints on one page of ${format}`, async ({ page }) => {
    await page.goto('reference/checklist/');
    const margin = '12mm';
    const pdf = await page.pdf({
      format,
      margin: { top: margin, right: margin, bottom: margin, left: margin },
    });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g)).toHaveLength(1);
    await page.emulateMedia({ media: 'print' });
    await expect(page.getByText('Who puts in, and who takes out?')).toBeVisible();
    await expect(page.getByRole('columnheader', { name: 'Who removes an entry' })).toBeVisible();
    await expect(page.getByRole('button', { name: 'Print this page' })).toBeHidden();
  });
}

test('the chapter and the sheet ask the same questions', async ({ page }) => {
  await page.goto('reference/checklist/');
  const asked = await page.locator('.ll-sheet strong').allInnerTexts();
  expect(asked).toHaveLength(8);
  await page.goto('course/12-lessons-and-capstone/');
  for (const question of asked) await expect(page.getByText(question.replace(/^\d+\. /, ''))).toBeVisible();
});
