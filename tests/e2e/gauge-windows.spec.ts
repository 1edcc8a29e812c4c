/** The figure of windows over gauges: it answers to keys, shows other runs, and stays whole in print and without scripts. */

import { expect, type Locator, type Page, test } from '@playwright/test';

interface Figure {
  readonly root: Locator;
  readonly length: Locator;
  /** A gauge of the figure, by what it does. */
  readonly gauge: (behaviour: string) => Locator;
}

async function openFigure(page: Page): Promise<Figure> {
  await page.goto('course/09b-alert-on-the-slope/');
  const root = page.locator('figure', { has: page.locator('ll-gauge-windows') });
  return {
    root,
    length: root.getByRole('slider'),
    gauge: (behaviour) => root.getByRole('listitem').filter({ hasText: behaviour }),
  };
}

test('longer windows, by keys, tell a peak of load from a leak', async ({ page }) => {
  const { root, length, gauge } = await openFigure(page);
  const load = gauge('Sessions, in peaks of load');
  const leak = gauge('leaks from the first reading on');
  await expect(root.getByRole('status')).toHaveText('4 readings; 6 windows take 96 transactions');
  await expect(load).toContainText('The five most similar rises in a row');
  const bars = load.locator('[data-path=bars]');
  const drawn = await bars.getAttribute('d');

  await length.focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press('ArrowRight');
  await expect(root.getByRole('status')).toHaveText('24 readings; 6 windows take 576 transactions');
  await expect(length).toHaveAttribute('aria-valuetext', '24 readings; 6 windows take 576 transactions');
  await expect(load).toContainText('There are no five rises in a row');
  await expect(bars).not.toHaveAttribute('d', drawn ?? '');
  await expect(leak).toContainText('The five most similar rises in a row');
});

test('another run has other gauges, and windows of the same length', async ({ page }) => {
  const { root, length } = await openFigure(page);
  await length.press('ArrowRight');
  await root.getByRole('combobox').selectOption({ index: 1 });
  await expect(root.getByRole('listitem').filter({ hasText: 'no leak' })).toHaveCount(5);
  await expect(root.getByRole('status')).toHaveText('8 readings; 6 windows take 192 transactions');
});

test('in print the pictures stay, with all lengths in a table, and the controls are gone', async ({
  page,
}) => {
  const { root, length } = await openFigure(page);
  await page.emulateMedia({ media: 'print' });
  await expect(length).toBeHidden();
  await expect(root.getByRole('combobox')).toBeHidden();
  await expect(root.locator('svg').first()).toBeVisible();
  await expect(root.getByRole('table')).toBeVisible();
});

test.describe('without scripts', () => {
  test.use({ javaScriptEnabled: false });

  test('the pictures and the table of all lengths are there', async ({ page }) => {
    const { root, length } = await openFigure(page);
    await expect(length).toBeHidden();
    await expect(root.locator('svg')).toHaveCount(5);
    await expect(root.getByRole('row').filter({ hasText: 'Sessions, in peaks of load' })).toContainText(
      'none',
    );
  });
});
