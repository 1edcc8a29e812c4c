/** A chapter on a beamer: questions with hands counted twice, the run, and nothing of it in the presenter's record. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

import { chapter, chapters } from './playground-page.ts';

test.use({ viewport: { width: 1024, height: 768 } });

const press = async (page: Page, ...keys: readonly string[]) => {
  for (const key of keys) await page.keyboard.press(key);
};
const kept = (page: Page) => page.evaluate(() => JSON.stringify(Object.entries(localStorage).toSorted()));

test('a room predicts, discusses, predicts again and sees the run, and the presenter’s own progress stays as it was', async ({
  page,
}) => {
  await page.goto(chapter);
  await page.locator('.prediction input').first().check();
  await page.locator('.prediction button').click();
  await expect(page.locator('.prediction [role=status]')).not.toBeEmpty();
  const before = await kept(page);

  await page.goto(`${chapter}?present`);
  await expect(page.getByRole('heading', { name: 'How to present' })).toBeVisible();
  await expect(page.locator('.sidebar-pane, header.header, main footer')).toHaveCount(3);
  for (const chrome of await page.locator('.sidebar-pane, header.header, main footer').all())
    await expect(chrome).toBeHidden();

  await press(page, 'q');
  await expect(page.locator('.ll-presenter h1')).toBeFocused();
  await expect(page.getByRole('status').filter({ hasText: /^Slide 3 of/ })).toHaveCount(1);
  const options = page.locator('.ll-asked li');
  const right = options.filter({ hasText: 'contains no transaction id' });
  await expect(options).toHaveCount(4);
  await expect(page.locator('.ll-asked [data-right], .ll-asked li > p')).toHaveCount(0);
  await press(page, '+', '+', '-', 'ArrowDown', 'ArrowDown', '+', '+', '+');
  await expect(options.first().locator('.ll-count')).toHaveText(['1 before']);
  await expect(right.locator('.ll-count')).toHaveText(['3 before']);
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);
  await press(page, 'Enter', '+', 'Enter', '+', '+', '+', '+');
  await expect(right.locator('.ll-count')).toHaveText(['3 before', '4 after']);
  await page.reload();
  await expect(right.locator('.ll-count')).toHaveText(['3 before', '4 after']);
  await expect(page.locator('.ll-asked [data-right]')).toHaveCount(0);
  await press(page, 'Enter');
  await expect(right).toHaveAttribute('data-right', 'true');
  await expect(right.locator('p')).toContainText('shortest fix');

  await press(page, 'Enter');
  const playground = page.locator('[data-playground]');
  await expect(playground).toHaveAttribute('data-state', 'finished');
  await expect(page.locator('.ll-run-end[data-role=leaky]')).toBeVisible();
  await expect(page.locator('html')).toHaveAttribute('data-present-fits', '');

  await press(page, 'PageUp');
  await page.getByRole('button', { name: 'Reset' }).click();
  await expect(right.locator('.ll-count')).toHaveText(['0 before']);
  expect(await kept(page)).toBe(before);
  await press(page, 'Escape');
  await expect(page.locator('.prediction [role=status]')).not.toBeEmpty();
  await expect(page.locator('.ll-presenter')).toHaveCount(0);
  expect(await kept(page)).toBe(before);
});

test('an own program that a room runs enters neither the record nor the presenter’s programs', async ({
  page,
}) => {
  await page.goto(`${chapter}?present=5`);
  await expect(page.locator('.ll-presenter h1')).toBeVisible();
  const playground = page.locator('[data-playground]');
  await expect(playground).toHaveAttribute('data-ready', '');
  await playground.getByRole('checkbox', { name: 'Plain text box' }).check();
  const box = playground.locator('textarea.ll-code-plain');
  await box.press('End');
  await box.pressSequentially(' // r q o 1');
  await expect(page).toHaveURL(/present=5$/);
  await box.press('Escape');
  await press(page, 'r');
  await expect(playground).toHaveAttribute('data-state', 'finished');
  await expect(page.locator('ll-challenge .state')).toContainText('checks passed');
  expect(
    await page.evaluate(() => Object.keys(localStorage).filter((key) => key.startsWith('leak-lab/'))),
  ).toEqual([]);
});

test('no question overflows a small beamer, and all are in type for the last row until they are answered', async ({
  page,
}) => {
  const seen: string[] = [];
  for (const { path } of chapters) {
    await page.goto(`${path}?present`);
    await expect(page.locator('.ll-presenter h1')).toBeVisible();
    seen.push(...(await page.evaluate(measureQuestions)));
  }
  expect(seen.filter((line) => line.startsWith('✗'))).toEqual([]);
  // Every chapter but one lesson asks more than its opening prediction.
  expect(seen.length).toBeGreaterThan(chapters.length * 3);
});

/** In the page: goes through its questions and their stages, and says of each whether it fits. */
async function measureQuestions(): Promise<string[]> {
  const frame = () => new Promise((resolve) => requestAnimationFrame(resolve));
  const key = async (name: string) => {
    document.body.dispatchEvent(new KeyboardEvent('keydown', { key: name, bubbles: true }));
    for (let frames = 0; frames < 3; frames++) await frame();
  };
  const told: string[] = [];
  const measure = (least: number) => {
    const asked = document.querySelector<HTMLElement>('.ll-asked');
    if (asked === null) return;
    const sizes = [...asked.querySelectorAll('h2, .ll-option')].map((each) =>
      parseFloat(getComputedStyle(each).fontSize),
    );
    const isWithin = asked.scrollHeight <= asked.clientHeight && asked.scrollWidth <= asked.clientWidth;
    const fits = isWithin && Math.min(...sizes) >= least;
    told.push(
      `${fits ? '✓' : '✗'} ${Math.min(...sizes)} px: ${asked.dataset['stage']}, ${asked.querySelector('h2')?.textContent}`,
    );
  };
  for (let before = ''; ; before = location.search) {
    await key('q');
    if (location.search === before) return told;
    measure(24);
    await key('Enter');
    await key('Enter');
    measure(24);
    await key('Enter');
    measure(18);
  }
}
