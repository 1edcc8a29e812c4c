/** Running programs on the page: verdicts, edits, mistakes, stopping, and what survives a reload. */

import { expect, test } from '@playwright/test';

import { alivePlayground, freePlayground, openPlayground, sourceOf } from './playground-page.ts';

test('the verdict on the unedited program is in words', async ({ page }) => {
  const playground = await openPlayground(page, freePlayground);
  for (const [program, verdict] of [
    ['leaky', 'Leak: 1.00 Logger per transaction'],
    ['fixed', 'No leak'],
  ] as const) {
    await playground.choose(program);
    await playground.run.click();
    await playground.reach('finished');
    await expect(playground.status).toContainText(verdict);
  }
});

test('a click in the code opens the editor, and an edit becomes mine', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.root.locator('.ll-code-page').click({ position: { x: 300, y: 22 } });
  await expect(playground.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nconsole.log("from mine");');
  await expect(playground.root.getByRole('radio', { name: 'mine' })).toBeChecked();
  await page.keyboard.press('Control+Enter');
  await playground.reach('finished');
  await expect(playground.status).toContainText('mine · Leak: 1.00 Logger per transaction');
  await playground.root.getByRole('tab', { name: 'Console' }).click();
  await expect(playground.panel).toContainText('from mine');
});

test('a syntax error is marked and listed on its line, and the last result stays', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.run.click();
  await playground.reach('finished');
  await playground.root.locator('.ll-code-page').click({ position: { x: 300, y: 22 } });
  await expect(playground.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\nconst broken = ;');
  await page.keyboard.press('Control+Enter');
  await playground.reach('failed');
  await expect(playground.status).toContainText('does not compile');
  await expect(playground.panel).toContainText('Expression expected');
  await expect(playground.root.locator('.squiggly-error')).not.toHaveCount(0);
  await expect(playground.root.locator('.ll-run-sentence')).toContainText('leaky grows by 1.00');
  await playground.panel.getByRole('button', { name: /line/ }).first().click();
  await expect(playground.root.locator('.monaco-editor.focused')).toHaveCount(1);
});

test('a type error is shown and the program runs all the same', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(`${await sourceOf(page, 'fixed')}\nexport const wrong: number = 'text';\n`);
  await playground.run.click();
  await playground.reach('finished');
  await expect(playground.status).toContainText('No leak');
  await playground.root.getByRole('tab', { name: 'Problems (1)' }).click();
  await expect(playground.panel).toContainText("Type 'string' is not assignable to type 'number'");
});

test('an error at run time is shown on its line, with its transaction', async ({ page }) => {
  const playground = await openPlayground(page);
  const source = await sourceOf(page, 'fixed');
  await playground.write(
    source.replace(
      '[Symbol.dispose](): void {',
      '[Symbol.dispose](): void {\n    throw new Error("no end");',
    ),
  );
  await playground.run.click();
  await playground.reach('failed');
  await expect(playground.status).toContainText('The program threw an error');
  await expect(playground.panel).toContainText('no end');
  await expect(playground.panel.getByRole('button', { name: /line \d+/ })).toHaveCount(1);
});

test('a run that is stopped half-way keeps its samples', async ({ page }) => {
  const playground = await openPlayground(page, freePlayground);
  await playground.set('Transactions', '1,000,000');
  await playground.set('Memory limit, MiB', '512');
  await playground.set('Samples', '1000');
  await playground.choose('fixed');
  await playground.run.click();
  await expect(playground.root.locator('.ll-run-end[data-role="fixed"]')).toBeVisible();
  await expect(playground.status).toContainText('Measuring');
  await expect(playground.root.getByRole('progressbar')).toBeVisible();
  await playground.stop.click();
  await playground.reach('stopped');
  await expect(playground.status).toContainText(/Stopped at transaction [\d,]+\. What was measured stays/);
  await expect(playground.root.locator('.ll-run-sentence')).toContainText('fixed has reached');
});

test('an endless loop ends with a sentence, and the next run works', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(
    (await sourceOf(page, 'fixed')).replace(
      'this.#transaction = transaction;',
      'this.#transaction = transaction; for (;;);',
    ),
  );
  await playground.run.click();
  await playground.reach('failed');
  await expect(playground.status).toContainText('A transaction took too long');
  await playground.runFixed.click();
  await playground.reach('finished');
  await expect(playground.status).toContainText('a fixed version · No leak');
});

test('running out of memory is the death of the server, on the chart too', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.set('Memory limit, MiB', '1');
  await playground.run.click();
  await playground.reach('failed');
  await expect(playground.status).toContainText(/Out of memory: the server died at transaction [\d,]+/);
  await expect(playground.root.locator('.ll-run-sentence')).toContainText(/leaky dies at transaction [\d,]+/);
});

test('my program and the choice of it survive a reload', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.write(`${await sourceOf(page, 'fixed')}\n// kept\n`);
  await page.reload();
  const again = await alivePlayground(page);
  await expect(again.root.getByRole('radio', { name: 'mine' })).toBeChecked();
  await expect(again.root.locator('.ll-code-own')).toContainText('// kept');
  await again.run.click();
  await again.reach('finished');
  await expect(again.status).toContainText('mine · No leak');
  await again.root.getByRole('button', { name: 'Reset' }).click();
  await expect(again.root.getByRole('radio', { name: 'leaky' })).toBeChecked();
  await page.reload();
  await expect((await alivePlayground(page)).root.getByRole('radio', { name: 'mine' })).toBeDisabled();
});

test('a value that does not work gets a sentence beside its field', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.set('Transactions', '0');
  await expect(
    playground.root.getByRole('alert').filter({ hasText: 'Enter a whole number from 1 to 1,000,000' }),
  ).toBeVisible();
  await playground.run.click();
  await expect(playground.status).toContainText('Fix the workload first');
  await playground.root.getByRole('button', { name: 'Back to the recorded workload' }).click();
  await playground.run.click();
  await playground.reach('finished');
});

test('with "run as I type" an edit runs by itself', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.root.getByRole('switch', { name: 'Run as I type' }).check();
  await playground.write(
    (await sourceOf(page, 'leaky')).replace('SessionResource(${transaction})', 'ServerResource'),
  );
  await playground.reach('finished');
  await expect(playground.status).toContainText('mine · No leak');
});

test('a refused check offers its trial, which runs exactly, is named as one, and has a way back', async ({
  page,
  context,
}) => {
  test.slow(); // Three runs, each with its trials.
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const playground = await openPlayground(page);
  await playground.write(leakyWhenSomethingFails(await sourceOf(page, 'fixed')));
  await playground.run.click();
  await playground.reach('finished');
  await expect(playground.status).toContainText('mine · No leak');
  const refused = await playground.result();
  const workload = async () => (await playground.result()).workload;
  const check = refused.checks.find(({ id }) => id === 'no-leak');
  expect(check?.workload).toBeDefined();
  await playground.panel.getByRole('button', { name: 'Copy command' }).first().click();
  await expect(playground.panel).toContainText('Copied.');
  const command = await page.evaluate(() => navigator.clipboard.readText());
  expect(command).toMatch(
    /^npm run -s lab -- logger-per-transaction --program mine\.ts --transactions \d+ --seed \d+/,
  );
  await playground.panel.getByRole('button', { name: 'Run this trial' }).first().click();
  await expect.poll(workload, { timeout: 120_000 }).toEqual(check?.workload);
  await expect(playground.status).toContainText('mine · Leak');
  await expect(playground.panel).toContainText('Seen in this run.');
  await expect(playground.root.locator('.ll-workload summary')).toContainText('Trial: ');
  await playground.root.getByRole('button', { name: 'Back to the scenario’s own workload' }).click();
  await expect(playground.root.locator('.ll-workload summary')).not.toContainText('Trial: ');
  await playground.run.click();
  await expect.poll(workload, { timeout: 120_000 }).toEqual(refused.workload);
});

test('what is known and right is stated beside the workload, and goes with the run', async ({ page }) => {
  const playground = await openPlayground(page);
  const known = 'Known and expected';
  await playground.set(known, 'some Logger');
  await expect(playground.root.getByRole('alert').filter({ hasText: 'cannot be read' })).toBeVisible();
  await playground.run.click();
  await expect(playground.status).toContainText('workload first');
  await playground.set(known, '1,000,000 Logger');
  await playground.run.click();
  await playground.reach('finished');
});

/** The fixed program, with a class of which an instance stays for each transaction that fails while it sends. */
function leakyWhenSomethingFails(source: string): string {
  const given = 'sendResources(workers: readonly Worker[]): void {';
  const keeping = `${given}
    try {
      this.send(workers);
    } catch (error) {
      kept.push(new Kept());
      throw error;
    }
  }

  private send(workers: readonly Worker[]): void {`;
  return `${source.replace(given, keeping)}\nclass Kept {}\nconst kept: Kept[] = [];\n`;
}
