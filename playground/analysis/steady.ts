/** Finds the rate of steady growth: k objects per m transactions, however k and m were chosen. */

import { leastSteps, lengthForPeriod } from './batches.ts';
import { begin, counts, drift, end, increments, type Series, stepOf, sum } from './series.ts';
import type { Growth, Rate } from './reason.ts';
import { flattestStrip, rateOfMeans, simplestBetween, type SlopeRange, staircase } from './slope.ts';

/** Relative width of a range of rates within which every rate is as good as another. */
const close = 0.009;

/** How many times as much the last three batches grew as the first three, where growth is said to go faster and faster. */
const faster = 1.3;

/** Even steps that agree with all that was counted, and the rates that they may have. */
interface Stairs {
  readonly range: SlopeRange;
  readonly steps: number;
}

/** Even steps, but too rare to tell. */
export function rareSteps(series: Series): Growth | undefined {
  const stairs = stairsOf(series);
  if (stairs === undefined || stairs.steps >= leastSteps) return undefined;
  const { low } = stairs.range;
  const longest = low > 0 ? stepOf(series) / low : end(series);
  return { type: 'rare', steps: stairs.steps, decides: lengthForPeriod(longest * 1.02, series.concurrency) };
}

/** Even steps, and enough of them. */
export function evenSteps(series: Series): Growth | undefined {
  const stairs = stairsOf(series);
  if (stairs === undefined || stairs.steps < leastSteps) return undefined;
  return steady(series, rateWithin(stairs.range));
}

/** Growth that is no staircase of even steps, but far larger than its own distance from a straight line. */
export function nearlyStraight(series: Series): Growth | undefined {
  const points = counts(series);
  const strip = flattestStrip(points);
  if (drift(series) < leastSteps * strip.height) return undefined;
  return steady(series, { rate: series.survivors.length > 0 ? rateOfMeans(points) : strip.slope });
}

/** Whether growth gets faster: 16 of the 21 pairs of batches rise from the earlier to the later; by chance, one row in 100 does. */
export function isFaster(series: Pick<Series, 'checkpoints'>): boolean {
  const changes = increments(series);
  if (changes.slice(0, 3).some((change) => change <= 0)) return false;
  const rising = changes.map((change, index) => changes.slice(index + 1).filter((later) => later > change));
  return (
    sum(rising.map(({ length }) => length)) >= 16 &&
    sum(changes.slice(-3)) > faster * sum(changes.slice(0, 3))
  );
}

function steady(series: Series, rate: Rate): Growth {
  const kept = series.ages === undefined && series.survivors.length > 0;
  return { type: 'steady', since: begin(series), kept, faster: isFaster(series), ...rate };
}

/**
 * All lines that have all that was counted within a step above them. Of points w apart at
 * most, over T transactions, each is near the true rate of any k objects in every m transactions, even ones or not: off by a share
 * of 3w / (T − 2m − w) of its own rate at most. For somewhere a count rises by a step between neighbours. As many periods later, and
 * earlier, as the run holds, counts are k higher or lower for each of them, give or take a neighbour: against a line that is off by
 * more these drift apart until one lies more than a step above another.
 */
function stairsOf(series: Series): Stairs | undefined {
  if (series.unit === 'bytes' || drift(series) <= 0) return undefined;
  const step = stepOf(series);
  const range = staircase(counts(series), step);
  return range === undefined ? undefined : { range, steps: drift(series) / step };
}

/** A fraction is told as one only where no other of a like denominator lies within the range. */
function rateWithin({ low, high }: SlopeRange): Rate {
  if (high - low > close * low) return { rate: (low + high) / 2, range: { low, high } };
  const fraction = simplestBetween(low, high);
  const rate = fraction.numerator / fraction.denominator;
  const alone = (high - low) * fraction.denominator ** 2 < 1 / 2;
  return alone ? { rate, fraction } : { rate, range: { low, high } };
}
