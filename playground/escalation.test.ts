/** What two lengths of one program decide together, and what they leave open. */

import { describe, expect, it } from 'vitest';
import { decidedBy } from './escalation.ts';
import type { Checkpoint, Finding } from './protocol.ts';
import { emptyResult } from './empty-result.ts';
import type { MeasuredRun } from './scenarios/scenario.ts';
import { shortWorkload } from './run-for-tests.ts';
import { judgeByTime } from './time-outs.ts';

const undecided: Finding = {
  kind: 'not enough data',
  perTransaction: 0,
  reason: 'Unclear.',
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
      failure: { kind: 'runtime', message: '' },
      sites: [],
    }),
    checkpoints,
    verdict: { classes: {}, bytes: undecided, free: false },
  };
}

const decided = (shorter: MeasuredRun, longer: MeasuredRun): Finding =>
  decidedBy(shorter.verdict, shorter, longer).bytes;

describe('a peak that does not follow the length of the run', () => {
  const steps = [900, 910, 910, 910, 940, 940, 940, 940];

  it('is that of something bounded, with both peaks told', () => {
    const finding = decided(runWith(10_000, steps), runWith(40_000, steps));
    expect(finding.kind).toBe('bounded');
    expect(finding.reason).toMatch(/940 in 10,000 transactions, and 940 in 40,000/);
  });

  it('may be a little higher where nothing is ever let go, as steps become rarer', () => {
    const later = [920, 940, 950, 950, 960, 980, 980, 980];
    expect(decided(runWith(10_000, steps), runWith(40_000, later)).kind).toBe('bounded');
  });

  it.each([
    ['even growth in few steps', steps, [900, 940, 960, 980, 1_000, 1_020, 1_060, 1_100]],
    [
      'a rising floor under noise',
      [900, 990, 910, 980, 920, 1_000, 930, 990],
      [960, 1_040, 970, 1_060, 990, 1_080, 1_010, 1_070],
    ],
  ])('is not that of %s', (_, shorter, longer) => {
    expect(decided(runWith(10_000, shorter), runWith(40_000, longer))).toEqual(undecided);
  });

  it('says nothing where the second run is hardly longer', () => {
    expect(decided(runWith(10_000, steps), runWith(12_000, steps))).toEqual(undecided);
  });
});

describe('time that is made to pass ever faster', () => {
  it('ends where it can pass no faster, and leaves the verdict as it was', async () => {
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
