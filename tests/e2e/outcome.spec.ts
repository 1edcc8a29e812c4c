/** What came of a run stands beside Run, at every width, and the focus stays where the reader put it. */

import { expect, test } from '@playwright/test';

import { openPlayground, sourceOf } from './playground-page.ts';

for (const viewport of [
  { width: 320, height: 640 },
  { width: 390, height: 844 },
  { width: 844, height: 390 },
  { width: 1280, height: 800 },
]) {
  test(`the verdict is in view beside Run at ${viewport.width} × ${viewport.height}`, async ({ page }) => {
    await page.setViewportSize(viewport);
    const playground = await openPlayground(page);
    if (viewport.width < 896) await playground.root.getByRole('radio', { name: 'Code' }).check();
    await playground.run.click();
    await playground.reach('finished');
    await expect(playground.run).toBeInViewport();
    const verdict = playground.status.getByText('leaky · Leak: 1.00 Logger per transaction');
    await expect(verdict).toBeInViewport();
    const checks = playground.status.getByRole('button', { name: /^Checks: \d of 8 passed$/ });
    await checks.click();
    await expect(playground.panel).toBeFocused();
    await expect(playground.panel).toBeInViewport();
  });
}

test('the run bar stays in view while one works at the end of the code', async ({ page }) => {
  await page.setViewportSize({ width: 1280, height: 800 });
  const playground = await openPlayground(page);
  await playground.run.click();
  await playground.reach('finished');
  await playground.root.getByRole('tab', { name: 'Server log' }).scrollIntoViewIfNeeded();
  await page.mouse.wheel(0, 300);
  await expect(playground.run).toBeInViewport();
  await expect(playground.status).toBeInViewport();
});

test('a pass of the challenge leads on from where it was run', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(ownFix(await sourceOf(page, 'fixed')));
  await playground.run.click();
  await playground.reach('finished');
  await expect(playground.status).toContainText('Checks: 8 of 8 passed');
  await expect(playground.status).toContainText('Challenge passed.');
  await playground.status.getByRole('link', { name: 'Nothing lets go' }).click();
  await expect(page.getByRole('heading', { level: 1 })).toHaveText('Nothing lets go');
});

test('a known mistake is explained beside its failed check', async ({ page }) => {
  const playground = await openPlayground(page);
  const leaky = await sourceOf(page, 'leaky');
  await playground.write(leaky.replace('`SessionResource(${transaction})`', "'ServerResource'"));
  await playground.run.click();
  await playground.reach('finished');
  await expect(playground.status).toContainText('Checks: 7 of 8 passed');
  await expect(playground.panel.locator('[data-passed=false]')).toContainText('One way to get here: ');
});

test('the details of a run are folded until there are some', async ({ page }) => {
  const playground = await openPlayground(page);
  await expect(playground.panel).toBeHidden();
  await playground.run.click();
  await expect(playground.panel).toBeVisible();
});

test('the focus stays on Stop, and goes to the chart with the sheet', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.root.getByLabel('Show it').check();
  await expect(playground.root.locator('.ll-chart-pane')).toBeFocused();
  await playground.set('Transactions', '1,000,000');
  await playground.runFixed.click();
  await playground.reach('running');
  await playground.stop.focus();
  await page.keyboard.press('Enter');
  await playground.reach('stopped');
  await expect(playground.stop).toBeFocused();
});

/** The fixed program with a variable of another name and one more statement: somebody's own. */
function ownFix(source: string): string {
  return `${source}\nlet served = 0;\nexport const countServed = (): number => ++served;\n`;
}
