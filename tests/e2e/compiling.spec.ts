/** Compiling in the page: whatever is typed gets an answer, types that never end are given up, and Stop stops at once. */

import { expect, test } from '@playwright/test';

import { alivePlayground, openPlayground, type Playground, sourceOf, type State } from './playground-page.ts';

/** TypeScript's parser throws on these. */
const torn = 'const a = 1;\n@seen\nawait a;\n';

/** Adds types to a program that take minutes to check, and gigabytes. */
function withEndlessTypes(source: string): string {
  const name = (each: number) => `'a${each}'|'b${each}'|'c'|'d'|'e'|'f'|'g'|'h'`;
  const constants = Array.from({ length: 300 }, (_, each) => {
    return `const p${each}: All<${name(each)}> = [] as any as All<\`\${${name(each)}}\`>;`;
  });
  const all =
    'type All<T, K = T> = [T] extends [never] ? [] : K extends K ? [K, ...All<Exclude<T, K>>] : never;';
  return [source, all, ...constants].join('\n');
}

async function openEditor({ root, page }: Playground): Promise<void> {
  await root.locator('.ll-code-page').click({ position: { x: 300, y: 22 } });
  await expect(root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await expect(root.locator('.monaco-editor.focused')).toHaveCount(1);
  await page.keyboard.press('Control+A');
}

/** Replaces what is in the editor, which has the focus, as a reader would with a longer text. */
async function overwrite({ page }: Playground, source: string): Promise<void> {
  await page.context().grantPermissions(['clipboard-read', 'clipboard-write']);
  await page.evaluate((text) => navigator.clipboard.writeText(text), source);
  await page.keyboard.press('Control+A');
  await page.keyboard.press('Control+V');
}

/** Waits for the end of a run, whose compilation may take its eight seconds. */
async function ends({ root }: Playground, state: State = 'finished'): Promise<void> {
  await expect(root).toHaveAttribute('data-state', state, { timeout: 90_000 });
}

const typescriptWorkers = ({ page }: Playground) =>
  page.workers().filter((worker) => worker.url().includes('program-worker')).length;

test('a source on which TypeScript throws gets a sentence in the text box, and the next edit runs', async ({
  page,
}) => {
  const playground = await openPlayground(page);
  await playground.write(torn);
  await playground.run.click();
  await ends(playground, 'failed');
  await expect(playground.panel).toContainText('TypeScript cannot compile this');
  await expect(playground.panel.getByRole('button', { name: /line [23]/ })).toHaveCount(1);
  await playground.write(await sourceOf(page, 'fixed'));
  await playground.run.click();
  await ends(playground);
});

test('and in the editor, which has no second TypeScript worker', async ({ page }) => {
  const playground = await openPlayground(page);
  const fixed = await sourceOf(page, 'fixed');
  await playground.write(`${fixed}\n// mine\n`);
  await playground.run.click();
  await ends(playground);
  expect(typescriptWorkers(playground)).toBe(1);
  await playground.root.getByRole('checkbox', { name: 'Plain text box' }).uncheck();
  await expect(playground.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await playground.root.locator('.monaco-editor .view-line').first().click();
  await overwrite(playground, torn);
  await page.keyboard.press('Control+Enter');
  await ends(playground, 'failed');
  await expect(playground.panel).toContainText('TypeScript cannot compile this');
  await overwrite(playground, `${fixed}\nconst length = [1].length;\n`);
  await page.keyboard.press('Control+Enter');
  await ends(playground);
  await page.keyboard.type('[1].copyWi');
  await expect(page.locator('.suggest-widget')).toContainText('copyWithin');
  expect(typescriptWorkers(playground)).toBe(1);
});

test('Stop ends a compilation at once; left alone, the program runs with its types unchecked', async ({
  page,
}) => {
  test.slow(); // The compiler is given its eight seconds, twice.
  const playground = await openPlayground(page);
  const fixed = await sourceOf(page, 'fixed');
  await playground.write(withEndlessTypes(fixed));
  await playground.run.click();
  await playground.reach('compiling');
  await playground.stop.click();
  await playground.reach('stopped');
  await playground.run.click();
  await ends(playground);
  await expect(playground.status.first()).toContainText('No leak');
  await playground.root.getByRole('tab', { name: 'Problems (1)' }).click();
  await expect(playground.panel).toContainText('The types were not checked: that took more than 8 seconds.');
  await playground.write(`${fixed}\nexport const wrong: number = 'text';\n`);
  await expect(playground.panel).toContainText("Type 'string' is not assignable to type 'number'");
});

test('in the editor too, which goes on to complete words afterwards', async ({ page }) => {
  test.slow();
  const playground = await openPlayground(page);
  const fixed = await sourceOf(page, 'fixed');
  await openEditor(playground);
  await overwrite(playground, withEndlessTypes(fixed));
  await page.keyboard.press('Control+Enter');
  await ends(playground);
  await expect(playground.status.first()).toContainText('mine · No leak');
  await overwrite(playground, `${fixed}\n`);
  await page.keyboard.type('[1].copyWi');
  await expect(page.locator('.suggest-widget')).toContainText('copyWithin');
});

test('an editor that moves to another playground leaves the first one compiling', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await page.goto('course/05-two-lifetimes/');
  const scenarios = await page
    .locator('[data-playground]')
    .evaluateAll((found) => found.map((each) => each.getAttribute('data-playground') ?? ''));
  expect(scenarios.length).toBeGreaterThan(1);
  const [first, second] = [
    await alivePlayground(page, scenarios[0]),
    await alivePlayground(page, scenarios[1]),
  ];
  await first.root.scrollIntoViewIfNeeded();
  await openEditor(first);
  await page.keyboard.press('Control+End');
  await page.keyboard.type('\n// mine');
  await page.keyboard.press('Control+Enter');
  await second.root.getByRole('button', { name: 'Edit', exact: true }).click();
  await expect(second.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await ends(first);
  await expect(first.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'page');
  expect(errors).toEqual([]);
});

test('whoever passes by with the keyboard opens nothing; Enter in the code opens the editor', async ({
  page,
}) => {
  const playground = await openPlayground(page);
  const code = playground.root.locator('.ll-code-page');
  const box = playground.root.locator('.ll-code-box');
  await playground.root.getByRole('radio', { name: 'leaky', exact: true }).focus();
  const stops: string[] = [];
  for (let tab = 0; tab < 3; tab += 1) {
    await page.keyboard.press('Tab');
    stops.push(await page.evaluate(() => document.activeElement?.className ?? ''));
  }
  expect(stops.filter((each) => each.includes('code-page'))).toHaveLength(1);
  expect(stops.filter((each) => each.includes('astro-code'))).toHaveLength(0);
  await expect(box).toHaveAttribute('data-editing', 'page');
  await code.focus();
  await page.keyboard.press('Enter');
  await expect(box).toHaveAttribute('data-editing', 'monaco');
  await expect(playground.root.locator('.monaco-editor.focused')).toHaveCount(1);
});

test('the editor does not take the focus from where the reader has gone meanwhile', async ({ page }) => {
  const playground = await openPlayground(page);
  await playground.root.locator('.ll-code-page').focus();
  await page.keyboard.press('Enter');
  await playground.run.focus();
  await expect(playground.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'monaco');
  await expect(playground.run).toBeFocused();
});

test('text that is marked with the mouse stays marked', async ({ page }) => {
  const playground = await openPlayground(page);
  const code = playground.root.locator('.ll-code-page');
  const { x, y } = (await code.boundingBox()) ?? { x: 0, y: 0 };
  await page.mouse.move(x + 60, y + 22);
  await page.mouse.down();
  await page.mouse.move(x + 300, y + 70, { steps: 5 });
  await page.mouse.up();
  expect(await page.evaluate(() => String(getSelection()).length)).toBeGreaterThan(5);
  await expect(playground.root.locator('.ll-code-box')).toHaveAttribute('data-editing', 'page');
});
