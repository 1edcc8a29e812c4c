/** What two lengths of one program decide together, and what they leave open. */

import { describe, expect, test } from 'vitest';
import { decidedBy, excused } from './escalation.ts';
import type { Checkpoint, ClassFinding, Finding } from '../record.ts';
import { emptyResult } from '../node/empty-result.ts';
import type { MeasuredRun } from '../scenarios/scenario.ts';
import { reasonOf } from '../testing/in-words.ts';
import { shortWorkload } from '../testing/run-for-tests.ts';
import { judgeByTime } from './time-outs.ts';

const undecided: Finding = {
  kind: 'not enough data',
  perTransaction: 0,
  reason: { type: 'too short', decides: 40_000 },
  decides: 40_000,
};

/** A run of so many transactions whose bytes were these at its checkpoints, and which does not decide what became of them. */
function runWith(transactions: number, bytes: readonly number[]): MeasuredRun {
  const nothing = { failed: 0, failedAtSend: 0, live: {}, lent: { channels: 0, timers: 0, locks: 0 } };
  const checkpoints = bytes.map((value, index): Checkpoint => {
    const ended = Math.round(((index + 1) * transactions) / bytes.length);
    return { ...nothing, transactions: ended, virtualMs: 10 * ended, bytes: value };
  });
  return {
    ...emptyResult({
      scenario: 'logger-per-transaction',
      program: 'mine',
      workload: { ...shortWorkload, transactions },
      diagnostics: [],
      failure: { kind: 'runtime', what: { type: 'machine failed' } },
      sites: [],
    }),
    checkpoints,
    verdict: { classes: {}, bytes: undecided, leakFree: false },
  };
}

const decided = (shorter: MeasuredRun, longer: MeasuredRun): Finding =>
  decidedBy(shorter.verdict, shorter, longer).bytes;

describe('a peak that does not follow the length of the run', () => {
  const steps = [900, 910, 910, 910, 940, 940, 940, 940];

  test('is that of something bounded, with both peaks told', () => {
    const finding = decided(runWith(10_000, steps), runWith(40_000, steps));
    expect(finding.kind).toBe('bounded');
    expect(reasonOf(finding)).toMatch(/940 in 10,000 transactions, and 940 in 40,000/);
  });

  test('may be a little higher where nothing is ever let go, as steps become rarer', () => {
    const later = [920, 940, 950, 950, 960, 980, 980, 980];
    expect(decided(runWith(10_000, steps), runWith(40_000, later)).kind).toBe('bounded');
  });

  test.each([
    ['even growth in few steps', steps, [900, 940, 960, 980, 1_000, 1_020, 1_060, 1_100]],
    [
      'a rising floor under noise',
      [900, 990, 910, 980, 920, 1_000, 930, 990],
      [960, 1_040, 970, 1_060, 990, 1_080, 1_010, 1_070],
    ],
  ])('is not that of %s', (_, shorter, longer) => {
    expect(decided(runWith(10_000, shorter), runWith(40_000, longer))).toEqual(undecided);
  });

  test('says nothing where the second run is hardly longer', () => {
    expect(decided(runWith(10_000, steps), runWith(12_000, steps))).toEqual(undecided);
  });
});

describe('what a trial is excused of, since the main run has shown where it ends', () => {
  const eight = Array.from({ length: 8 }, (_, index) => index);
  const finding = (kind: Finding['kind']): Finding => ({
    kind,
    perTransaction: 0,
    reason: { type: 'no more than in flight' },
  });
  /** A run in which readings came to these counts, of 90 bytes each, beside so many bytes more. */
  const readings = (kind: Finding['kind'], counts: readonly number[], others: readonly number[]) => {
    const bytes = counts.map((count, index) => 90 * count + (others[index] ?? 0));
    const run = runWith(1_000, bytes);
    const Reading: ClassFinding = { ...finding(kind), line: 1 };
    return {
      ...run,
      checkpoints: run.checkpoints.map((at, index) => ({ ...at, live: { Reading: counts[index] ?? 0 } })),
      verdict: { classes: { Reading }, bytes: finding(kind), leakFree: false },
    };
  };
  const noise = [4_000, 4_060, 3_990, 4_020, 4_070, 4_010, 4_000, 4_050];
  const main = readings(
    'flat',
    eight.map(() => 22),
    noise,
  );
  const rising = [3, 4, 7, 9, 12, 13, 16, 18];

  test('is a class that grows up to what stayed alike there, with its bytes', () => {
    const verdict = excused(readings('leak', rising, noise), main);
    expect(verdict.classes['Reading']?.kind).toBe('bounded');
    expect(verdict).toMatchObject({ leakFree: true });
  });

  test('is not a class that goes beyond', () => {
    const further = [...rising.slice(0, -1), 23];
    expect(excused(readings('leak', further, noise), main).classes['Reading']?.kind).toBe('leak');
  });

  test('are no bytes that grow beside it', () => {
    const beside = noise.map((bytes, index) => bytes + 400 * index);
    expect(excused(readings('leak', rising, beside), main)).toMatchObject({
      classes: { Reading: { kind: 'bounded' } },
      bytes: { kind: 'leak' },
      leakFree: false,
    });
  });
});

describe('time that is made to pass ever faster', () => {
  test('ends where it can pass no faster, and leaves the verdict as it was', async () => {
    let runs = 0;
    const run = { ...runWith(1_000, [900, 910]), asksForTime: true };
    const play = (): Promise<MeasuredRun> => {
      runs++;
      if (runs > 20) throw new Error('It does not end.');
      const { failure: _, ...finished } = runWith(1_000, [900, 900]);
      return Promise.resolve(finished);
    };
    await expect(judgeByTime(run, play)).resolves.toBe(run.verdict);
  });
});
