/** Finds the rate of growth in even steps: k objects per m transactions, however k and m were chosen. */

import { BATCHES, LEAST_STEPS, lengthForPeriod } from './batches.ts';
import { batchOf } from './series.ts';
import type { Growth, Series } from './series.ts';
import { commonDivisor, simplestBetween, staircase, unevenness } from './slope.ts';
import type { Fraction, Point, SlopeRange } from './slope.ts';

/** Relative width of a range of rates within which every rate is as good as another. */
const CLOSE = 0.009;

/** Transactions in the longest pattern that is looked for, and how far from the estimated rate its own may be. */
const LONGEST_PATTERN = 500;
const NEAR = 0.05;

/**
 * Growth in even steps from checkpoint `skip` on: its rate, or that the steps are too rare to tell; `undefined` when it is none.
 * All lines that are possible for the counts at checkpoints, and for the survivors by age between them, bound the rate.
 */
export function evenSteps(series: Series, skip: number): Growth | undefined {
  const window = series.checkpoints.slice(skip);
  const first = window[0];
  const last = window.at(-1);
  if (series.floor > 0 || first === undefined || last === undefined || last.value <= first.value)
    return undefined;
  const step = stepHeight(series, window);
  const exact = bounds(series, window, step, 0);
  const pattern = exact === undefined ? repeated(series, window) : undefined;
  if (pattern !== undefined) return { type: 'steady', since: first.transactions, ...rateOf(pattern) };
  const range = exact ?? bounds(series, window, step, 2 * series.concurrency);
  if (range === undefined) return undefined;
  if ((range.high / step) * (last.transactions - first.transactions) < LEAST_STEPS) {
    const longest = range.low > 0 ? step / range.low : last.transactions;
    const decides = lengthForPeriod(longest * 1.02, series.concurrency);
    return { type: 'rare', steps: rise(window) / step, decides };
  }
  return { type: 'steady', since: first.transactions, ...rateWithin(range) };
}

/** Objects that are kept at a time: the common divisor of all growth that was seen. */
function stepHeight(series: Series, window: readonly Point[]): number {
  const changes = (points: readonly Point[]) =>
    points.map((point, index) => point.value - (points[index - 1]?.value ?? point.value));
  return Math.max(1, commonDivisor([...changes(window), ...changes(between(series, window))]));
}

function between(
  series: Series,
  window: readonly Point[],
  begin = window[0]?.transactions ?? 0,
): readonly Point[] {
  const end = window.at(-1)?.transactions ?? 0;
  return series.survivors.filter((point) => point.transactions > begin && point.transactions < end);
}

function merge(window: readonly Point[], inside: readonly Point[], jitter: number): readonly Point[] {
  return [...window, ...inside.map((point) => ({ ...point, jitter }))].sort(
    (a, b) => a.transactions - b.transactions,
  );
}

/** The tightest bounds that agree with what was seen: with the warm-up if it was like the rest, with as little jitter as will do. */
function bounds(
  series: Series,
  window: readonly Point[],
  step: number,
  most: number,
): SlopeRange | undefined {
  const start = window[0]?.transactions ?? 0;
  const begins = window.length > BATCHES ? [0, start] : [start];
  if (series.survivors.length > 0) {
    for (let jitter = 0; jitter <= most; jitter = Math.max(1, jitter * 2)) {
      for (const begin of begins) {
        const range = staircase(merge(window, between(series, window, begin), jitter), step);
        if (range !== undefined) return range;
      }
    }
  }
  return series.survivors.length > 0 && most === 0 ? undefined : staircase(window, step);
}

/** Growth that is no staircase of even steps, but far larger than its own distance from a straight line. */
export function nearlyStraight(series: Series): Growth | undefined {
  const window = series.checkpoints;
  const points = merge(window, between(series, window), series.concurrency);
  const height = unevenness(points);
  if (rise(window) < LEAST_STEPS * height) return undefined;
  return { type: 'steady', since: window[0]?.transactions ?? 0, rate: straightRate(points, height) };
}

function rise(window: readonly Point[]): number {
  return (window.at(-1)?.value ?? 0) - (window[0]?.value ?? 0);
}

function straightRate(points: readonly Point[], height: number): number {
  const range = staircase(points, height * 1.000001);
  return range === undefined ? 0 : (range.low + range.high) / 2;
}

/** The shortest pattern, k objects somewhere within each m transactions, that agrees with all points. */
function repeated(series: Series, window: readonly Point[]): Fraction | undefined {
  if (series.survivors.length === 0) return undefined;
  const points = merge(window, between(series, window), 0);
  const height = unevenness(points);
  if (rise(window) < (LEAST_STEPS - 1) * height) return undefined;
  const rate = straightRate(points, height);
  const longest = Math.min(LONGEST_PATTERN, (BATCHES * batchOf(series)) / LEAST_STEPS);
  for (let m = 1; m <= longest; m++) {
    for (let k = Math.max(1, Math.ceil(rate * (1 - NEAR) * m)); k <= rate * (1 + NEAR) * m; k++) {
      if (repeats(points, k, m)) return { numerator: k, denominator: m };
    }
  }
  return undefined;
}

/** Whether all points agree with k objects in every m transactions in a row, in whatever order within them. */
function repeats(points: readonly Point[], k: number, m: number): boolean {
  return points.every((to, index) =>
    points.slice(0, index).every((from) => {
      const periods = (to.transactions - from.transactions) / m;
      const grown = to.value - from.value;
      return grown >= k * Math.floor(periods) && grown <= k * Math.ceil(periods);
    }),
  );
}

function rateWithin(range: SlopeRange): { readonly rate: number; readonly fraction?: Fraction } {
  const middle = (2 * range.low * range.high) / (range.low + range.high);
  if (range.low <= 0 || range.high - range.low > CLOSE * range.low)
    return { rate: range.low > 0 ? middle : range.high / 2 };
  return rateOf(simplestBetween(range.low, range.high));
}

function rateOf(fraction: Fraction): { readonly rate: number; readonly fraction: Fraction } {
  return { rate: fraction.numerator / fraction.denominator, fraction };
}
