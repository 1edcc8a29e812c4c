/** Finds the rate of steady growth: k objects per m transactions, however k and m were chosen. */

import { LEAST_STEPS, lengthForPeriod } from './batches.ts';
import { releases } from './saw-tooth.ts';
import { counts, drift, stepOf } from './series.ts';
import type { Growth, Series } from './series.ts';
import { flattestStrip, rateOfMeans, simplestBetween, staircase } from './slope.ts';
import type { Fraction, SlopeRange } from './slope.ts';

/** Relative width of a range of rates within which every rate is as good as another. */
const CLOSE = 0.009;

/** Even steps that agree with all that was counted, and the rates that they may have. */
interface Stairs {
  readonly range: SlopeRange;
  readonly steps: number;
}

/** A rate; with the fraction that it is, or is as good as, where little else is possible. */
interface Rate {
  readonly rate: number;
  readonly fraction?: Fraction;
}

/** Even steps, but too rare to tell; not where objects are let go, but some of every batch are left. */
export function rareSteps(series: Series): Growth | undefined {
  const stairs = stairsOf(series);
  const lasting = series.left.length > 0 && series.left.slice(0, -1).every((count) => count > 0);
  if (stairs === undefined || stairs.steps >= LEAST_STEPS || lasting) return undefined;
  const { low } = stairs.range;
  const longest = low > 0 ? stepOf(series) / low : (series.checkpoints.at(-1)?.transactions ?? 0);
  return { type: 'rare', steps: stairs.steps, decides: lengthForPeriod(longest * 1.02, series.concurrency) };
}

/** Even steps, and enough of them. */
export function evenSteps(series: Series): Growth | undefined {
  const stairs = stairsOf(series);
  if (stairs === undefined || stairs.steps < LEAST_STEPS) return undefined;
  return steady(series, rateWithin(stairs.range));
}

/** Growth that is no staircase of even steps, but far larger than its own distance from a straight line. */
export function nearlyStraight(series: Series): Growth | undefined {
  const points = counts(series);
  const strip = flattestStrip(points);
  if (drift(series) < LEAST_STEPS * strip.height) return undefined;
  return steady(series, { rate: series.survivors.length > 0 ? rateOfMeans(points) : strip.slope });
}

function steady(series: Series, rate: Rate): Growth {
  const kept = series.left.length === 0 && releases(series).depth <= series.floor;
  return { type: 'steady', since: series.checkpoints[0]?.transactions ?? 0, kept, ...rate };
}

/**
 * All lines that have all that was counted within a step above them. Of points w apart at
 * most, over T transactions, each is near the true rate of any k objects in every m transactions, even ones or not: off by a share
 * of 3w / (T − 2m − w) of its own rate at most. For somewhere a count rises by a step between neighbours. As many periods later, and
 * earlier, as the run holds, counts are k higher or lower for each of them, give or take a neighbour: against a line that is off by
 * more these drift apart until one lies more than a step above another.
 */
function stairsOf(series: Series): Stairs | undefined {
  if (series.floor > 0 || drift(series) <= 0) return undefined;
  const step = stepOf(series);
  const range = staircase(counts(series), step);
  return range === undefined ? undefined : { range, steps: drift(series) / step };
}

function rateWithin({ low, high }: SlopeRange): Rate {
  if (high - low > CLOSE * low) return { rate: (low + high) / 2 };
  const fraction = simplestBetween(low, high);
  return { rate: fraction.numerator / fraction.denominator, fraction };
}
