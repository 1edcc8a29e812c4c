/** A reader hands in one sheet: what of the course is verified, and what of their own service they found. */

import { readFile } from 'node:fs/promises';

import { AxeBuilder } from '@axe-core/playwright';
import { expect, type Page, test } from '@playwright/test';

import { recordText } from '#playground/learner-record/learner-record.ts';
import { readProgram } from '#playground/node/programs.ts';
import { inOwnWords, passOf, recordOf } from '#playground/testing/records.ts';
import { chapters } from '#src/course/course.ts';

const file = (name: string, content: unknown) => ({
  name,
  mimeType: 'application/json',
  buffer: Buffer.from(JSON.stringify(content)),
});

/** The record of somebody who has finished the course, for whom each result was a surprise, and who needed two tries for everything. */
async function finishedRecord(page: Page) {
  const passes = [];
  const events = [];
  for (const chapter of chapters) {
    const html = await (await page.request.get(`${chapter}/`)).text();
    for (const [, scenario = ''] of html.matchAll(/<ll-challenge [^>]*data-scenario="([^"]+)"/g)) {
      // What this challenge asks for has a right program of its own.
      const right = scenario === 'four-versions' ? 'fixed-found-once' : 'fixed';
      const program = inOwnWords(await readProgram(scenario, right));
      passes.push({ ...(await passOf(scenario, program, { at: Date.UTC(2026, 0, 5) })), chapter });
      const tried = { v: 2, at: Date.UTC(2026, 0, 4), chapter, scenario } as const;
      events.push(
        { ...tried, type: 'attempted', value: '2/9' },
        { ...tried, type: 'attempted', value: '9/9' },
      );
      events.push({ ...tried, type: 'opened', value: '0' });
    }
    const at = Date.UTC(2026, 0, 9);
    const common = { v: 2, at, chapter } as const;
    for (const [, question] of html.matchAll(/<input id="(guess-[^"]+)"/g))
      events.push({ ...common, type: 'predicted', question, value: '7' });
    const choices = html.matchAll(/<input type="radio" name="(guess-[^"]+)" value="(\d)" data-why/g);
    const wrong = new Map([...choices].map(([, question, value]) => [question, value]));
    for (const [question, value] of wrong) events.push({ ...common, type: 'predicted', question, value });
    const asked = [...html.matchAll(/(?:name|data-question)="((?:check|sort)-[^"]+)"/g)];
    for (const question of new Set(asked.map(([, group]) => group)))
      for (const right of [false, true])
        events.push({ ...common, type: 'answered', question, value: '0', right });
  }
  return { ...recordOf(passes, 'Anna Example'), events };
}

async function fillIn(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Add a registry' }).click();
  await page.getByLabel('Service', { exact: true }).fill('billing');
  await page.getByLabel('Registry', { exact: true }).fill('sessions | <b>all</b>');
  await page.getByLabel('Put in by').fill('open()');
  await page.getByLabel('Taken out by').fill('nobody yet');
  await page.getByLabel('The key is made of').fill('host:port');
  await page.getByLabel('What we will do').fill('Remove it in dispose.');
}

test('a finished course, verified and with a registry filled in, is one sheet and one issue', async ({
  page,
}) => {
  const record = await finishedRecord(page);
  expect(recordText(record).length).toBeLessThan(40_000);
  await page.goto('team/report/');
  await expect(page.getByText('There is nothing to report yet')).toBeVisible();
  await fillIn(page);
  await page.reload();
  await page.getByLabel('Report on a record file').setInputFiles(file('anna.json', record));
  await page.getByText('sessions | <b>all</b>').first().click();
  await expect(page.getByLabel('The key is made of')).toHaveValue('host:port');

  const all = record.passes.length;
  await expect(page.getByText('passed, not verified yet')).toHaveCount(all);
  await page.getByRole('button', { name: 'Verify all' }).click();
  await expect(page.getByText(`${all} of ${all} passed challenges are verified.`)).toBeVisible({
    timeout: 180_000,
  });
  await expect(page.locator('.ll-report tr[data-status="verified"]')).toHaveCount(all);
  await expect(page.getByRole('row', { name: /How many loggers are alive.* 7 / })).toBeVisible();
  expect((await new AxeBuilder({ page }).analyze()).violations).toEqual([]);

  for (const format of ['A4', 'Letter']) {
    const margin = '12mm';
    const pdf = await page.pdf({
      format,
      margin: { top: margin, right: margin, bottom: margin, left: margin },
    });
    expect(pdf.toString('latin1').match(/\/Type\s*\/Page\b/g), format).toHaveLength(1);
  }
  await page.emulateMedia({ media: 'print' });
  await expect(page.getByText('Anna Example')).toBeVisible();
  await expect(page.locator('.ll-service-sheet')).toContainText('nobody yet');
  await expect(page.locator('.ll-service-sheet')).not.toContainText('Shared by');
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
  await page.emulateMedia({ media: 'screen' });

  const download = page.waitForEvent('download');
  await page.getByRole('button', { name: 'Download Markdown' }).click();
  const markdown = await readFile(await (await download).path(), 'utf8');
  expect(markdown).toContain('**Anna Example**');
  expect(markdown).toContain('### sessions \\| \\<b\\>all\\</b\\>');
  expect(markdown).toContain('- [x] **Who puts in, and who takes out?**\n  - Put in by: open()');
});

test('a registry that was removed comes back, and a browser that keeps nothing says so and loses nothing', async ({
  page,
}) => {
  await page.addInitScript(() => {
    Storage.prototype.setItem = () => {
      throw new DOMException('no', 'SecurityError');
    };
  });
  await page.goto('team/report/');
  await expect(page.getByText('This browser does not keep what you type.')).toBeVisible();
  await fillIn(page);
  await page.getByRole('button', { name: 'Remove sessions' }).click();
  await expect(page.getByLabel('Put in by')).toHaveCount(0);
  await page.keyboard.press('Enter');
  await page.getByText('sessions | <b>all</b>').first().click();
  await expect(page.getByLabel('Put in by')).toHaveValue('open()');
  await page
    .getByLabel('Report on a record file')
    .setInputFiles(file('later.json', { ...recordOf([]), version: 3 }));
  await expect(page.getByText('later.json is a record from a newer version')).toBeVisible();
});
