/** Finds the rate of growth in even steps: k objects per m transactions, however k and m were chosen. */

import { BATCHES, LEAST_STEPS, lengthForPeriod } from './batches.ts';
import type { Growth, Series } from './series.ts';
import { commonDivisor, simplestBetween, staircase, unevenness } from './slope.ts';
import type { Fraction, Point, SlopeRange } from './slope.ts';

/** Relative width of a range of rates within which every rate is as good as another. */
const CLOSE = 0.009;

/**
 * Growth in even steps from checkpoint `skip` on: its rate, or that the steps are too rare to tell; `undefined` when it is none.
 * All lines that are possible for the counts at checkpoints, and for the survivors by age between them, bound the rate.
 */
export function evenSteps(series: Series, skip: number): Growth | undefined {
  const window = series.checkpoints.slice(skip);
  const first = window[0];
  const last = window.at(-1);
  if (first === undefined || last === undefined || last.value <= first.value) return undefined;
  const step = stepHeight(series, window);
  const range = series.floor > 0 ? undefined : bounds(series, window, step);
  if (range === undefined) return undefined;
  const span = last.transactions - first.transactions;
  const rise = last.value - first.value;
  if ((range.high / step) * span < LEAST_STEPS) {
    const longest = range.low > 0 ? step / range.low : last.transactions;
    return { type: 'rare', steps: rise / step, decides: lengthForPeriod(longest * 1.02, series.concurrency) };
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
function bounds(series: Series, window: readonly Point[], step: number): SlopeRange | undefined {
  const start = window[0]?.transactions ?? 0;
  const begins = window.length > BATCHES ? [0, start] : [start];
  if (series.survivors.length > 0) {
    for (let jitter = 0; jitter <= 2 * series.concurrency; jitter = Math.max(1, jitter * 2)) {
      for (const begin of begins) {
        const range = staircase(merge(window, between(series, window, begin), jitter), step);
        if (range !== undefined) return range;
      }
    }
  }
  return staircase(window, step);
}

/** Growth that is no staircase of even steps, but far larger than its own distance from a straight line. */
export function nearlyStraight(series: Series): Growth | undefined {
  const window = series.checkpoints;
  const points = merge(window, between(series, window), series.concurrency);
  const height = unevenness(points);
  const first = window[0];
  const last = window.at(-1);
  if (first === undefined || last === undefined || last.value - first.value < LEAST_STEPS * height)
    return undefined;
  const range = staircase(points, height * 1.000001);
  const rate = range === undefined ? 0 : (range.low + range.high) / 2;
  return { type: 'steady', since: first.transactions, rate };
}

function rateWithin(range: SlopeRange): { readonly rate: number; readonly fraction?: Fraction } {
  const middle = (2 * range.low * range.high) / (range.low + range.high);
  if (range.low <= 0 || range.high - range.low > CLOSE * range.low)
    return { rate: range.low > 0 ? middle : range.high / 2 };
  const fraction = simplestBetween(range.low, range.high);
  return { rate: fraction.numerator / fraction.denominator, fraction };
}
