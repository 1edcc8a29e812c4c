/** A run goes to somebody else in a link, and comes to the same there; what is no link is told in a sentence. */

import AxeBuilder from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

import { packText, unpackText } from '#playground/learner-record/packed-text.ts';
import { linkWords } from '#playground/shared-run/link-words.ts';
import type { SharedRun } from '#playground/shared-run/shared-run.ts';
import {
  alivePlayground,
  chapter,
  freePlayground,
  openPlayground,
  ownVersionOf,
  type Playground,
  scenarioOpened,
  sourceOf,
} from './playground-page.ts';

const key = `leak-lab/program/${scenarioOpened}`;
const draft = [{ v: 2, mine: '// my draft\n', earlier: [], shown: true }];

const note = ({ root }: Playground) => root.getByRole('region', { name: 'From a link' });
const clipboard = (page: Page) => page.evaluate(() => navigator.clipboard.readText());
const kept = (page: Page) => page.evaluate((name) => localStorage.getItem(name), key);

/** A page whose reader has a program of their own. */
async function withDraft(page: Page): Promise<void> {
  await page.addInitScript(
    ([name = '', text = '']) => {
      if (localStorage.getItem(name) === null) localStorage.setItem(name, text);
    },
    [key, JSON.stringify(draft)],
  );
}

/** What axe finds in a part of the page, as the names of its rules. */
async function foundByAxe(page: Page, part: string): Promise<readonly string[]> {
  const { violations } = await new AxeBuilder({ page }).include(part).analyze();
  return violations.map(({ id }) => id);
}

/** The link with something else in what it carries. */
function changed(link: string, change: (shared: SharedRun) => object): string {
  const [page = '', packed = ''] = link.split(`#run=${scenarioOpened}.`);
  const shared = JSON.parse(unpackText(packed, 250_000, linkWords) ?? '') as SharedRun;
  return `${page}#run=${scenarioOpened}.${packText(JSON.stringify(change(shared)), linkWords)}`;
}

test('a run that was shared comes to the same, and the draft stays', async ({ page, context, browser }) => {
  await context.grantPermissions(['clipboard-read', 'clipboard-write']);
  const sender = await openPlayground(page, freePlayground);
  const source = ownVersionOf(await sourceOf(page, 'leaky'));
  await sender.write(source);
  await sender.set('Transactions', '2,000');
  await sender.run.click();
  await sender.reach('finished');
  const copyLink = sender.root.getByRole('button', { name: 'Copy link' });
  await copyLink.focus();
  await page.keyboard.press('Enter');
  await expect(sender.root.locator('.ll-share-bar')).toContainText('with the numbers of your run.');
  const link = await clipboard(page);
  expect(link.length).toBeLessThan(2_000);

  await page.keyboard.press('Tab');
  await expect(sender.root.getByRole('button', { name: 'Copy as Markdown' })).toBeFocused();
  await page.keyboard.press('Enter');
  await expect(sender.root.locator('.ll-share-bar')).toContainText('Markdown copied');
  expect(await foundByAxe(page, '.ll-share-bar')).toEqual([]);
  const markdown = await clipboard(page);
  expect(markdown).toContain(`\`\`\`ts\n${source.trimEnd()}\n\`\`\``);
  expect(markdown).toContain('Leak: 1.00 Logger per transaction');
  expect(markdown).toMatch(/#### What keeps it alive\n\n```text\n[^`]*Logger/);
  expect(markdown).toContain(link);

  const elsewhere = await browser.newContext();
  const reader = await elsewhere.newPage();
  await withDraft(reader);
  const playground = await openPlayground(reader, link);
  await expect(note(playground)).toContainText('This program came by a link.');
  await expect(note(playground)).toContainText('Both are the same here.');
  await expect(note(playground)).toContainText('A link runs nothing by itself.');
  await expect(playground.root).toHaveAttribute('data-state', 'idle');
  await expect(playground.root.getByRole('radio', { name: 'by link' })).toBeChecked();
  await expect(playground.root.locator('.ll-workload summary')).toContainText('2,000 transactions');
  expect(await kept(reader)).toBe(JSON.stringify(draft));
  await playground.run.focus();
  await reader.keyboard.press('Enter');
  await expect(note(playground)).toContainText('Your run is the same, to the byte.', { timeout: 30_000 });
  expect(await kept(reader)).toBe(JSON.stringify(draft));

  await test.step('of a program that was edited, the numbers are told that differ', async () => {
    await playground.write(ownVersionOf(await sourceOf(reader, 'fixed')));
    await playground.run.click();
    await expect(note(playground)).toContainText('You changed the program or the workload.', {
      timeout: 30_000,
    });
    await expect(note(playground).getByRole('row', { name: 'Logger: verdict leak flat' })).toBeVisible();
    expect(await foundByAxe(reader, '.ll-link-note')).toEqual([]);
    expect(await kept(reader)).toBe(JSON.stringify(draft));
    await playground.write(source);
    await playground.run.click();
    await expect(note(playground)).toContainText('Your run is the same, to the byte.', { timeout: 30_000 });
  });

  await test.step('a number that was changed on the way is told', async () => {
    await reader.evaluate(
      (hash) => (location.hash = hash),
      new URL(
        changed(link, ({ numbers, ...shared }) => ({
          v: 1,
          ...shared,
          numbers: { ...numbers, bytes: 7, mark: '7' },
        })),
      ).hash,
    );
    const row = note(playground).getByRole('row', { name: /^bytes at the end 7 / });
    await expect(row).toBeVisible();
    await expect(note(playground).getByRole('row')).toHaveCount(2);
  });

  await test.step('to leave brings the draft back', async () => {
    await note(playground).getByRole('button', { name: 'Leave' }).focus();
    await reader.keyboard.press('Enter');
    await expect(playground.run).toBeFocused();
    await expect(playground.root.getByRole('radio', { name: 'mine' })).toBeChecked();
    await expect(playground.root.locator('.ll-code-own')).toHaveText('// my draft');
    expect(new URL(reader.url()).hash).toBe('');
    expect(await kept(reader)).toBe(JSON.stringify(draft));
  });
  await elsewhere.close();
});

test('a link that is no link is told in a sentence, and a heading is none', async ({ page }) => {
  const errors: string[] = [];
  page.on('pageerror', ({ message }) => errors.push(message));
  await withDraft(page);
  const playground = await openPlayground(page, `${chapter}#run=${scenarioOpened}.AAAA`);
  await expect(note(playground)).toHaveText(/it was cut off or changed on its way/);
  const bad = { source: '<script>alert(1)</script>', machineHash: '', scenarioHash: '' };
  const ofVersion = (v: number) =>
    `#run=${scenarioOpened}.${packText(JSON.stringify({ v, ...bad }), linkWords)}`;
  for (const [hash, sentence] of [
    [ofVersion(0), 'an older version of this site made it'],
    [ofVersion(2), 'a newer version of this site made it'],
    [`#run=${scenarioOpened}.${'A'.repeat(200_000)}`, 'it is larger than any that this site makes'],
    ['#run=no-such-scenario.AAAA', 'there is no scenario “no-such-scenario” here'],
  ] as const) {
    await page.evaluate((to) => (location.hash = to), hash);
    await expect(note(playground)).toContainText(sentence);
  }
  const said = await note(playground).textContent();
  await page.evaluate(() => (location.hash = '#_top'));
  await expect(note(playground)).toHaveText(said ?? '');
  await expect(playground.root.locator('.ll-code-own')).toHaveText('// my draft');
  expect(await kept(page)).toBe(JSON.stringify(draft));
  expect(errors).toEqual([]);
});

test('where the clipboard is refused, the link is shown, and carries no numbers of a run that was not made', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, 'clipboard', { value: undefined });
  });
  const playground = await openPlayground(page, freePlayground);
  await playground.root.getByRole('button', { name: 'Copy link' }).click();
  const text = playground.root.getByRole('textbox', { name: 'Text to copy' });
  await expect(text).toHaveValue(new RegExp(`#run=${scenarioOpened}\\.[\\w-]+$`));
  const link = await text.inputValue();
  await page.goto('about:blank');
  await page.goto(link);
  const again = await alivePlayground(page);
  await expect(note(again)).toContainText('The link carries no numbers');
  await note(again).getByRole('button', { name: 'Keep as mine' }).click();
  await expect(note(again)).toContainText('The program is yours now.');
  expect(await kept(page)).toContain('CnchServerResource');
});
