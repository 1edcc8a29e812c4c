/** Finds out how one quantity, a class's live objects or the program's bytes, grew over the checkpoints of a run. */

import { BATCHES, LEAST_STEPS } from './batches.ts';
import { everyBatch, everyFailure, everyLateBatch } from './exact.ts';
import { releases, renewed, sawTooth } from './saw-tooth.ts';
import { batchOf, counts, drift, increments, longer, measured, risingBatches } from './series.ts';
import type { Growth, Series } from './series.ts';
import { flattestStrip, theilSen } from './slope.ts';
import { growsInEverLargerSteps, halted, slowing } from './slowing.ts';
import { evenSteps, nearlyStraight, rareSteps } from './steady.ts';

/** Flat batches at the end that make a plateau: more than the last third of the seven. */
const FLAT_TAIL = 3;

/** From what is certain to what is likely. */
const TESTS: readonly ((series: Series) => Growth | undefined)[] = [
  everyBatch,
  everyFailure,
  plateau,
  sawTooth,
  everyLateBatch,
  renewed,
  rareSteps,
  halted,
  evenSteps,
  (series) => (slowing(series) === undefined ? nearlyStraight(series) : undefined),
  slowing,
];

/** Judges eight checkpoints. The first test that answers decides. */
export function judgeGrowth(series: Series): Growth {
  const values = series.checkpoints.map((point) => point.value);
  if (Math.max(...values) - Math.min(...values) <= series.floor) {
    return releases(series).depth > series.floor
      ? { type: 'saw-tooth', falls: releases(series).batches }
      : { type: 'flat' };
  }
  for (const test of TESTS) {
    const growth = test(series);
    if (growth !== undefined) return growth;
  }
  return trend(series);
}

function plateau(series: Series): Growth | undefined {
  const changed = increments(series).flatMap((change, index) =>
    Math.abs(change) > series.floor / 8 ? [index + 1] : [],
  );
  const last = changed.at(-1) ?? 0;
  const tail = BATCHES - last;
  if (tail < FLAT_TAIL || tail <= longestWait(series, changed) * (series.floor > 0 ? 2 : 1)) return undefined;
  return { type: 'plateau', since: series.checkpoints[last]?.transactions ?? 0, grown: drift(series) };
}

/** Batches between one change and the next; for a single change, since the run began. A leak is never quiet for longer. */
function longestWait(series: Series, changed: readonly number[]): number {
  const batch = batchOf(series);
  const warmUp = (series.checkpoints[0]?.transactions ?? 0) / batch;
  if (changed.length === 1) return (changed[0] ?? 0) + (series.floor > 0 ? 0 : warmUp);
  return Math.max(...changed.slice(1).map((index, before) => index - (changed[before] ?? 0)));
}

function trend(series: Series): Growth {
  const rising = risingBatches(series);
  const rate = theilSen(series.checkpoints);
  if (growsInEverLargerSteps(series)) return { type: 'trend', rate: drift(series) / measured(series) };
  const steps = rising.length;
  if (steps < BATCHES - 1 || fewSteps(series))
    return { type: 'rare', steps, decides: longer(series, 20 / Math.max(1, steps)) };
  const strong = rate * measured(series) > Math.max(LEAST_STEPS, series.floor);
  return strong ? { type: 'trend', rate } : { type: 'unclear', decides: longer(series, 3) };
}

/** Whether an object count grew at fewer moments than a verdict needs. */
function fewSteps(series: Series): boolean {
  if (series.floor > 0) return false;
  if (series.survivors.length === 0)
    return drift(series) / flattestStrip(series.checkpoints).height < BATCHES / 2;
  const points = counts(series);
  const moments = points.filter(({ value }, index) => index > 0 && value > (points[index - 1]?.value ?? 0));
  return moments.length < LEAST_STEPS;
}
