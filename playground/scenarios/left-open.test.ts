/** What is kept for use is told from what is left open for good, at any size of the pool and any length of the run. */

import { describe, expect, test } from 'vitest';
import { emptyResult } from '../node/empty-result.ts';
import type { Workload } from '../record.ts';
import { messageOf } from '../testing/in-words.ts';
import { shortWorkload } from '../testing/run-for-tests.ts';
import { judgeLeftOpen } from './left-open.ts';
import type { MeasuredRun, Outcome } from './scenario.ts';

/** A run with so many channels open when so many transactions have ended. */
function run(open: (transactions: number) => number, workload: Partial<Workload> = {}): MeasuredRun {
  const all = { ...shortWorkload, concurrency: 16, transactions: 10_000, ...workload };
  const failure = { kind: 'runtime', what: { type: 'machine failed' } } as const;
  const { failure: _, ...empty } = emptyResult({
    scenario: '',
    program: '',
    workload: all,
    diagnostics: [],
    failure,
    sites: [],
  });
  const checkpoints = Array.from({ length: 8 }, (_, place) => {
    const transactions = Math.round((all.transactions * (place + 2)) / 10);
    const lent = { channels: Math.round(open(transactions)), timers: 0, locks: 0 };
    return { transactions, failed: 0, bytes: 0, live: {}, lent };
  });
  return { ...empty, checkpoints, openChannels: Math.round(open(all.transactions)) };
}

const trials = [{}, { transactions: 1_000 }, { transactions: 2_003 }];
const outcomeOf = (
  open: (transactions: number) => number,
  ...further: readonly Partial<Workload>[]
): Outcome =>
  judgeLeftOpen(
    'channels',
    [...trials, ...further].map((workload) => run(open, workload)),
  );

describe('channels that stay open', () => {
  test.each([
    ['one for all', () => 1],
    ['a pool of 12', (at: number) => Math.min(at, 12)],
    ['a cache of 100', (at: number) => Math.min(at, 100)],
    ['a cache of 1,500, which the shorter runs do not fill', (at: number) => Math.min(at, 1_500)],
    ['a hundred at a time, closed together', (at: number) => (at * 7) % 100],
  ])('are right: %s', (_, open) => {
    expect(outcomeOf(open)).toMatchObject({ passed: true });
  });

  test.each([
    ['one for each transaction', (at: number) => at],
    ['one for every hundredth', (at: number) => at / 100],
    ['twenty thousand taken beforehand', () => 20_000],
  ])('are refused: %s', (_, open) => {
    const outcome = outcomeOf(open);
    const { passed, workload } = outcome;
    expect(passed).toBe(false);
    expect(messageOf(outcome)).toContain('does not follow the length of the run');
    expect(workload).toMatchObject({ transactions: 10_000 });
  });

  test('are not judged by one step, which a longer run tells from a slow leak', () => {
    const afterFirstFailure = (at: number): number => (at > 5_000 ? 2 : 1);
    const alone = outcomeOf(afterFirstFailure);
    expect(alone.passed).toBe(false);
    expect(messageOf(alone)).toMatch(/is unclear.* Run [\d,]+ transactions or more\.$/);
    expect(outcomeOf(afterFirstFailure, { transactions: 40_000 })).toMatchObject({ passed: true });
    expect(outcomeOf((at) => 1 + Math.floor(at / 5_000), { transactions: 80_000 }).passed).toBe(false);
  });

  test('are refused where only transactions that fail leave them', () => {
    const runs = [run(() => 1), run((at) => 1 + at / 30, { transactions: 1_000, failureRate: 0.2 })];
    const { passed, workload } = judgeLeftOpen('channels', runs);
    expect(passed).toBe(false);
    expect(workload).toMatchObject({ failureRate: 0.2 });
  });
});
