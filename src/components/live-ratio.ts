/** How much longer the leaky program took than the fixed one on the reader's machine: the fastest run of each. */

import type { RunResult } from '#playground/record.ts';

/** What is compared of a run. */
export type TimedRun = Pick<RunResult, 'program' | 'elapsedMs'>;

export interface LiveRatio {
  readonly leaky: number;
  readonly fixed: number;
  /** Fastest leaky time over fastest fixed time; undefined until both have run. */
  readonly ratio: number | undefined;
}

/** Takes the runs seen on a page, all of one workload. The fastest counts, because noise only ever adds. */
export function liveRatio(runs: readonly TimedRun[]): LiveRatio {
  const timesOf = (name: string): readonly number[] =>
    runs
      .filter(({ program, elapsedMs }) => program === name && elapsedMs > 0)
      .map(({ elapsedMs }) => elapsedMs);
  const [leaky, fixed] = [timesOf('leaky'), timesOf('fixed')];
  const ratio = leaky.length > 0 && fixed.length > 0 ? Math.min(...leaky) / Math.min(...fixed) : undefined;
  return { leaky: leaky.length, fixed: fixed.length, ratio };
}
