/** Finds a leak that begins in the middle of a run, and judges it from there on. */

import { leastSteps, roundUp } from './batches.ts';
import { halted } from './quiet.ts';
import { begin, counts, differences, end, measured, type Series } from './series.ts';
import type { Growth } from './reason.ts';
import type { Point } from './slope.ts';
import { slowing } from './slowing.ts';
import { evenSteps, nearlyStraight } from './steady.ts';

/** Slices that a row of seven batches must span. */
const leastSlices = 40;

/** What begins after the first tenth of the measured part, if it is seen so often that it would be a leak had the run begun there. */
export function lateStart(series: Series): Growth | undefined {
  if (series.survivors.length === 0) return undefined;
  const points = counts(series);
  const first = points.findIndex(({ value }, index) => value > (points[index - 1]?.value ?? value));
  const since = points[first - 1]?.transactions ?? 0;
  if (first < 1 || since - begin(series) < measured(series) / leastSteps) return undefined;
  const rises = differences(points.slice(first - 1).map(({ value }) => value)).filter((change) => change > 0);
  if (rises.length < leastSteps) return undefined;
  const decides = roundUp(2.2 * end(series));
  const later = inSeven(series, series.survivors, since, end(series));
  if (later === undefined) return { type: 'begun', since, decides };
  const open = halted(later) ?? slowing(later);
  if (open !== undefined) return open.type === 'halted' ? { ...open, decides } : open;
  const steady = evenSteps(later) ?? nearlyStraight(later);
  return steady?.type === 'steady' ? { type: 'late', since, rate: steady.rate } : undefined;
}

/** Survivors made between two moments as a series of their own, of seven equal batches; `undefined` where there are too few slices. */
export function inSeven(
  series: Series,
  survivors: readonly Point[],
  from: number,
  until: number,
): Series | undefined {
  const points = survivors.filter(({ transactions: at }) => at >= from && at <= until);
  if (points.length <= leastSlices) return undefined;
  const width = Math.floor((points.length - 1) / 7);
  const first = points.length - 1 - 7 * width;
  const checkpoints = points.filter((_, index) => index >= first && (index - first) % width === 0);
  const { ages: _, ...rest } = series;
  return { ...rest, checkpoints, survivors: points, samples: [], failed: [], failedAtSend: [] };
}
