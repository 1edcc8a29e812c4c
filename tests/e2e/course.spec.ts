/** A chapter's challenge from the page: once wrongly, once rightly, and what is kept of it. */

import { expect, test } from '@playwright/test';

import { openPlayground, sourceOf } from './playground-page.ts';

test('a known wrong fix is told why it fails, a right one is recognised, and the pass is kept', async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const challenge = page.locator('ll-challenge');
  await expect(challenge).toContainText('Not tried yet');

  const leaky = await sourceOf(page, 'leaky');
  await playground.write(leaky.replace('`SessionResource(${transaction})`', "'ServerResource'"));
  await playground.run.click();
  await playground.reach('finished');
  await expect(challenge).toContainText('4 of 6 checks passed');
  await expect(challenge).toContainText('Now no line says which transaction it is about');

  await playground.write(`${await sourceOf(page, 'fixed')}\n// mine\n`);
  await playground.run.click();
  await playground.reach('finished');
  await expect(challenge).toContainText('Passed: all 6 checks');
  await expect(challenge).toContainText('a logger for all, by a constant name');

  await page.reload();
  await expect(page.locator('ll-challenge')).toContainText('You have passed this challenge before');
  const link = page.locator('.sidebar-content a', { hasText: 'A logger per transaction' });
  await expect(link.getByRole('img', { name: 'challenge passed' })).toHaveCount(1);
});

test('a program that fails passes no check', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write('export class CnchServerResource { constructor() { for (;;) {} } }');
  await playground.run.click();
  await playground.reach('failed');
  await expect(page.locator('ll-challenge')).toContainText('0 of 6 checks passed');
});
