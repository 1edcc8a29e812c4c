/** Finds growth that is exactly as much for each transaction, or for each failed one: what only a leak does. */

import { LEAST_STEPS } from './batches.ts';
import { batchOf, increments, longer, measured, sum } from './series.ts';
import type { Growth, Series } from './series.ts';

/** Batches after a warm-up that must agree. */
const LEAST_ALIKE = 3;

/** The same growth in each batch after the first `skip`, by a whole number of objects for each of its transactions. */
export function everyBatch(series: Series, skip = 0): Growth | undefined {
  const batch = batchOf(series);
  const [first = 0, ...others] = increments(series).slice(skip);
  if (first <= 0 || first % batch !== 0 || others.some((increment) => increment !== first)) return undefined;
  return { type: 'every batch', rate: first / batch, perBatch: first, batch, ...since(series, skip) };
}

/** The same behind a warm-up of any kind that ended in the run. */
export function everyLateBatch(series: Series): Growth | undefined {
  for (let skip = 1; skip <= increments(series).length - LEAST_ALIKE; skip++) {
    const growth = everyBatch(series, skip);
    if (growth !== undefined) return growth;
  }
  return undefined;
}

/** The same number of objects for each transaction that failed in a batch, in every batch. */
export function everyFailure(series: Series): Growth | undefined {
  const changes = increments(series);
  const failures = series.failed.slice(1).map((count, index) => count - (series.failed[index] ?? 0));
  const all = sum(failures);
  const each = sum(changes) / all;
  const matches = changes.every((change, index) => change === each * (failures[index] ?? 0));
  if (!Number.isInteger(each) || each <= 0 || !matches) return undefined;
  if (all >= LEAST_STEPS)
    return { type: 'every failure', rate: sum(changes) / measured(series), each, failures: all };
  // One batch that failed and grew may have grown for another reason, unless failures explain all that is there.
  const alone = series.checkpoints.every(({ value }, index) => value === each * (series.failed[index] ?? 0));
  if (!alone && failures.filter((count) => count > 0).length < 2) return undefined;
  return { type: 'rare', steps: all, decides: longer(series, (2 * LEAST_STEPS) / all) };
}

function since(series: Series, skip: number): { readonly since?: number } {
  return skip === 0 ? {} : { since: series.checkpoints[skip]?.transactions ?? 0 };
}
