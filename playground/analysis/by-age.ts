/** Reads from the survivors of a class, by the time of their creation, how its count grew between checkpoints. */

import type { Counts, RunRecord } from '../protocol.ts';
import type { Series } from './series.ts';
import type { Point } from './slope.ts';

type Run = Pick<RunRecord, 'workload' | 'checkpoints'> & Partial<Pick<RunRecord, 'survivors'>>;

/** The count of a class, whatever its name; 0 when there is none. */
export function countOf(counts: Counts, name: string): number {
  return Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;
}

/** Survivors created until the end of each slice; none when they are not counted by age. */
export function survivorPoints(run: Run, name: string): readonly Point[] {
  const slices =
    run.survivors !== undefined && Object.hasOwn(run.survivors, name) ? (run.survivors[name] ?? []) : [];
  let value = 0;
  return slices.map((alive, slice) => {
    value += alive;
    return { transactions: Math.ceil(((slice + 1) * run.workload.transactions) / slices.length), value };
  });
}

/**
 * What these points tell. If nothing was let go, they are counts as good as those of a checkpoint; otherwise, what at least is left of
 * each batch.
 */
export function byAge(run: Run, name: string, points: readonly Point[]): Pick<Series, 'survivors' | 'left'> {
  const until = (at: number) => points.findLast((point) => point.transactions <= at)?.value ?? 0;
  const after = (at: number) =>
    (points.find((point) => point.transactions >= at) ?? points.at(-1))?.value ?? 0;
  const kept = run.checkpoints.every(({ transactions: at, live }) => {
    const count = countOf(live, name);
    return count >= until(at) && count <= after(at);
  });
  if (kept || points.length === 0) return { survivors: points, left: [] };
  const ends = run.checkpoints.map(({ transactions }) => transactions);
  const left = ends.slice(1).map((end, index) => Math.max(0, until(end) - after(ends[index] ?? 0)));
  return { survivors: [], left };
}
