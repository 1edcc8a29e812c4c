/** Measures the team view in Chromium, as a lead would meet it: sixty records at once, all verified. */

import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';

import { chromium } from '@playwright/test';

import type { LearnerRecord } from '#playground/learner-record/learner-record.ts';
import { readProgram } from '#playground/node/programs.ts';
import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import { inOwnWords, passOf, recordOf } from '#playground/testing/records.ts';
import { browserFlags } from '../../scripts/browser.mjs';

/** People whose programs differ from everybody else's; the programs of the others equal theirs. */
const authors = 8;
const people = 60;

export interface TeamFigures {
  /** From the choice of the files until every row is there, in milliseconds. */
  readonly readMs: number;
  /** From "Verify all" until it has ended, in milliseconds. */
  readonly verifyMs: number;
  /** The longest task of the page's own thread from the choice of the files to the end. */
  readonly longestTaskMs: number;
  /** How many programs were judged: equal ones count once. */
  readonly programs: number;
}

/** All figures of the team view; `address` is that of its page. */
export async function measureTeam(executablePath: string, address: string): Promise<TeamFigures> {
  const files = await recordFiles();
  const browser = await chromium.launch({ executablePath, args: browserFlags });
  try {
    const page = await browser.newPage({ viewport: { width: 1280, height: 900 } });
    await page.addInitScript(() => {
      const tasks: number[] = [];
      Object.assign(globalThis, { tasks });
      new PerformanceObserver((list) => {
        for (const { duration } of list.getEntries()) tasks.push(duration);
      }).observe({ type: 'longtask', buffered: true });
    });
    await page.goto(address);
    const input = page.getByLabel('Choose files');
    await input.waitFor();
    // What the page did while it loaded is measured elsewhere.
    await page.evaluate('tasks.length = 0');
    const chosen = Date.now();
    await input.setInputFiles(files);
    await page.waitForFunction(
      (count) => document.querySelectorAll('.ll-team-matrix tbody tr').length === count,
      people,
    );
    const readMs = Date.now() - chosen;
    const pressed = Date.now();
    await page.getByRole('button', { name: 'Verify all' }).click();
    let programs = 0;
    const finished = page.getByText(/passed challenges are verified/).waitFor({ timeout: 900_000 });
    const watching = setInterval(() => {
      void page
        .locator('.ll-team progress')
        .getAttribute('max', { timeout: 1_000 })
        .then((max) => (programs = Math.max(programs, Number(max))))
        .catch(() => undefined);
    }, 2_000);
    await finished;
    clearInterval(watching);
    const verifyMs = Date.now() - pressed;
    await page.locator('.ll-team-matrix tbody tr').first().getByRole('button').first().click();
    await page.getByLabel('Compare with').selectOption({ index: 2 });
    await page.locator('.ll-team-diff').waitFor();
    const tasks = await page.evaluate<readonly number[]>('tasks');
    return { readMs, verifyMs, programs, longestTaskMs: Math.max(0, ...tasks) };
  } finally {
    await browser.close();
  }
}

/** Paths of the records: were they handed over as bytes, the page would be busy with decoding them. */
async function recordFiles(): Promise<string[]> {
  const folder = await mkdtemp(path.join(tmpdir(), 'team-'));
  return Promise.all(
    (await teamRecords()).map(async (record, at) => {
      const file = path.join(folder, `${at}.json`);
      await writeFile(file, JSON.stringify(record));
      return file;
    }),
  );
}

/** Sixty finished courses, with the answers and attempts that one leaves behind. */
export async function teamRecords(): Promise<readonly LearnerRecord[]> {
  const right = await Promise.all(
    scenarioIds.map(async (id) => [id, await readProgram(id, 'fixed')] as const),
  );
  const sets = await Promise.all(
    Array.from({ length: authors }, (_, author) =>
      Promise.all(right.map(([id, program]) => passOf(id, inOwnWords(program, author + 1)))),
    ),
  );
  return Array.from({ length: people }, (_, at) => ({
    ...recordOf(sets[at % authors] ?? [], `Person ${at + 1}`),
    events: eventsOf(at),
  }));
}

/** Two hundred events of one person: in each of ten chapters ten answers and ten attempts. */
function eventsOf(person: number): object[] {
  return Array.from({ length: 200 }, (_, at) => {
    const common = { v: 2, at: at * 60_000, chapter: `course/chapter-${at % 10}` };
    return at % 20 < 10
      ? {
          ...common,
          type: 'answered',
          question: `check-${at % 50}`,
          value: `${(at + person) % 4}`,
          right: person % 2 === 0,
        }
      : { ...common, type: 'attempted', scenario: 'capstone', value: '3/8' };
  });
}
