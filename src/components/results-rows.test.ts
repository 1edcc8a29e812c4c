/** The table of versions takes its figures from the runs, and says no when a log line is lost. */

import { describe, expect, test } from 'vitest';
import { recordedRun } from '#src/recorded/recorded-run.ts';
import { pageWords } from '#src/strings/page-words.ts';
import { resultsRows } from './results-rows.ts';

const words = pageWords().results;
const runs = await Promise.all(
  ['leaky', 'fixed-virtual-logger'].map((program) => recordedRun('four-versions', program)),
);
const valuesOf = (label: string): readonly string[] | undefined =>
  resultsRows(runs).find((row) => row.label === label)?.values;

describe('the rows of the results table', () => {
  test('shows a class that only one program has, and a dash for the other', () => {
    expect(valuesOf(words.alive('VirtualLogger'))).toEqual([words.absent, '12']);
    expect(valuesOf(words.alive('Logger'))).toEqual(['10,000', '1']);
  });

  test('counts the turns at the lock', () => {
    expect(valuesOf(words.turns)).toEqual(['1', '0']);
  });

  test('does not call a log whole whose check failed', () => {
    const torn = runs.map((run) => ({
      ...run,
      checks: run.checks.map((check) => (check.id === 'log-complete' ? { ...check, passed: false } : check)),
    }));
    const row = resultsRows(torn).find(({ label }) => label === words.complete);
    expect(row?.values).toEqual([words.no, words.no]);
  });
});
