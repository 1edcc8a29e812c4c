/** Finds growth that has ended: for good, or too near the end of the run to tell. */

import { batches, leastSteps, roundUp } from './batches.ts';
import {
  batchOf,
  begin,
  counts,
  drift,
  end,
  increments,
  measured,
  readings,
  risingBatches,
  type Series,
  sum,
} from './series.ts';
import type { Growth } from './reason.ts';
import type { Point } from './slope.ts';

/** Flat batches at the end that make a plateau: more than the last third of the seven. */
const flatTail = 3;

/** The same where the old goes as the new comes, which a pause of a leak does not do. */
const renewedTail = 2;

/** Growth of the bytes, in one step or two, that makes no difference between flat and bounded: what an allocator rounds up. */
export const rounded = 512;

/** How much longer than any wait before it, in proportion, the wait at the end of a run must be to be an end of growth. */
const farLonger = 2;

/** The moments at which the quantity rose, in the whole run where that is known, and where the last one left it. */
interface Rises {
  /** Transactions at each rise, in order; a rise lies between a reading and the next and is put at the latter. */
  readonly at: readonly number[];
  readonly heights: readonly number[];
  /** The longest distance between two rises, and from the begin of the run to the first. */
  readonly longestWait: number;
  /** Transactions since the last rise. */
  readonly tail: number;
  /** How many transactions too late a rise may be put. */
  readonly resolution: number;
}

/** Growth that ended so early that no wait before it explains the quiet since then. */
export function plateau(series: Series): Growth | undefined {
  const changes = increments(series);
  const last = changes.findLastIndex((change) => change !== 0) + 1;
  const flatBatches = batches - last;
  const grown = drift(series);
  if (series.unit === 'bytes' && flatBatches >= flatTail && isRounding(changes)) return { type: 'flat' };
  if (flatBatches < (series.ages === undefined ? flatTail : renewedTail)) return undefined;
  const level = series.checkpoints[last];
  if (level === undefined) return undefined;
  const since = level.transactions;
  if (series.ages !== undefined)
    return fallsBelow(series, level) ? undefined : { type: 'plateau', since, grown };
  const rises = risesOf(series);
  if (rises.tail <= rises.longestWait + rises.resolution) return undefined;
  if (end(series) >= nextStep(series, rises)) return { type: 'plateau', since, grown };
  return series.unit === 'bytes' && rises.at.length > leastRow
    ? undefined
    : { type: 'halted', since, decides: lengthForStep(series) };
}

/** Whether less was read in flight after a checkpoint than at it: a saw-tooth that all checkpoints meet at one height. */
function fallsBelow({ samples }: Series, level: Point): boolean {
  return samples.some(({ transactions, value }) => transactions > level.transactions && value < level.value);
}

function isRounding(changes: readonly number[]): boolean {
  const moved = changes.filter((change) => change !== 0);
  return moved.length <= 2 && moved.every((change) => change > 0 && change <= rounded / 2);
}

/**
 * When growth in steps that get rarer and larger would take its next one, at the latest; 0 for other growth. Slabs and tables grow when
 * they are full: what there was before a step is in proportion to its time. Of one step alone that is believed where it is a whole number
 * for each transaction, and nothing is known of what bytes there were before the first.
 */
export function nextStep(series: Series, { at, heights }: Pick<Rises, 'at' | 'heights'>): number {
  if (series.unit === 'bytes') return nextOfBytes(at.slice(1), heights.slice(1));
  const levels = heights.map((_, index) => sum(heights.slice(0, index + 1)));
  const uses = at.map((moment, index) => (levels[index - 1] ?? 0) / moment);
  const [before = 0, last = 0] = uses.slice(-2);
  const alike = at.length > 2 && Math.abs(last - before) < 0.25 * before;
  const whole = at.length === 2 && last > 0.9 && Math.abs(last - Math.round(last)) < 0.03 * last;
  return alike || whole ? (1.15 * (levels.at(-1) ?? 0)) / last : 0;
}

function nextOfBytes(at: readonly number[], heights: readonly number[]): number {
  const [before = 1, last = 0] = at.slice(-2);
  const [lower = 0, higher = 0] = heights.slice(-2);
  if (at.length < 2 || last < 1.2 * before || higher < 1.2 * lower) return 0;
  return 1.25 * last * Math.min(last / before, 8);
}

/** Steps, in a row that gets larger, with which it is a leak. */
const leastRow = 3;

/** The length that shows growth to have ended for good, or, where its next step was not due yet, that it goes on in a row of steps. */
function lengthForStep(series: Series): number {
  const rises = risesOf(series);
  const next = nextStep(series, rises);
  const [before = 1, last = 1] = rises.at.slice(-2);
  const missing = Math.max(0, leastRow - rises.at.length);
  return roundUp(Math.max(2.2 * end(series), 1.3 * next * (last / before) ** missing));
}

/** When a quantity that is never let go rose. */
export function risesOf(series: Series): Rises {
  const points = wholeRun(series);
  const at: number[] = [];
  const heights: number[] = [];
  let highest = 0;
  for (const { transactions, value } of points) {
    if (value <= highest) continue;
    at.push(transactions);
    heights.push(value - highest);
    highest = value;
  }
  const waits = at.map((moment, index) => moment - (at[index - 1] ?? 0));
  const [slice] = series.survivors;
  return {
    resolution: slice?.transactions ?? 0,
    at,
    heights,
    longestWait: Math.max(0, ...waits),
    tail: end(series) - (at.at(-1) ?? 0),
  };
}

/** Counts from the begin of the run; without survivors, only the checkpoints. */
function wholeRun(series: Series): readonly Point[] {
  const before = series.survivors.filter(({ transactions: at }) => at < begin(series));
  return [...before, ...counts(series)];
}

/**
 * Growth that went on and on and has stopped just now. Of leaks that come by chance and were seen n times, 2 in (n + 1)(n + 2) are
 * quiet at the end for twice as long as ever before: no more than 1 in 60 of those that are called leaks.
 */
export function halted(series: Series): Growth | undefined {
  const since = series.unit === 'objects' ? lastRise(series) : lastRiseOfReadings(series);
  return since === undefined ? undefined : { type: 'halted', since, decides: lengthForStep(series) };
}

function lastRise(series: Series): number | undefined {
  const points = counts(series);
  const last = points.at(-1)?.value ?? 0;
  const since = points.find(({ value }) => value >= last)?.transactions ?? end(series);
  const tail = end(series) - since;
  if (tail >= measured(series) / leastSteps) return since;
  const found = longLull(points);
  return found ?? (series.survivors.length === 0 ? lastRiseOfReadings(series) : undefined);
}

/** The begin of the lull at the end, if it is more than twice as long as any before it. Points are those of what is never let go. */
function longLull(points: readonly Point[]): number | undefined {
  const at = points.flatMap(({ transactions, value }, index) =>
    index > 0 && value > (points[index - 1]?.value ?? 0) ? [transactions] : [],
  );
  const last = points.at(-1)?.transactions ?? 0;
  const since = at.at(-1) ?? last;
  if (at.length < leastSteps) return undefined;
  const waits = at.map((moment, index) => moment - (at[index - 1] ?? points[0]?.transactions ?? 0));
  const gap = Math.max(
    ...points.slice(1).map((to, index) => to.transactions - (points[index]?.transactions ?? 0)),
  );
  return last - since > farLonger * Math.max(...waits) + gap ? since : undefined;
}

/** The same for readings in flight: what all later ones are above was kept. Only where growth stands out from what is in flight. */
function lastRiseOfReadings(series: Series): number | undefined {
  if (risingBatches(series) < batches - 1) return undefined;
  const points = readings(series);
  const floor: Point[] = [];
  let lowest = Infinity;
  for (const { transactions, value } of points.toReversed()) {
    lowest = Math.min(lowest, value);
    floor.unshift({ transactions, value: lowest });
  }
  const usual = drift(series) / measured(series);
  const swing = points.map(({ value }, index) => value - (floor[index]?.value ?? value));
  const noise = swing.toSorted((a, b) => a - b)[Math.floor(swing.length * 0.9)] ?? 0;
  if (usual * batchOf(series) < 8 * noise) return undefined;
  return longLull(steps(floor, Math.max(noise, usual * (batchOf(series) / 200))));
}

/** The floor with rises of up to `noise` left out. */
function steps(floor: readonly Point[], noise: number): readonly Point[] {
  let level = floor[0]?.value ?? 0;
  return floor.map(({ transactions, value }) => {
    if (value > level + noise) level = value;
    return { transactions, value: level };
  });
}
