/** Finds growth that follows the server's clock rather than its transactions: so many a second, whatever the load. */

import { leastSteps } from './batches.ts';
import { type Flight, lineThrough } from './noise.ts';
import { counts, drift, end, type Series, stepOf } from './series.ts';
import type { Growth } from './reason.ts';
import { flattestStrip, type Point, staircase, theilSen } from './slope.ts';

/** How many times as far from a line as on the clock growth must be by transactions, to follow the clock. */
const nearer = 3;

/** Seconds by which the clock of a count made between two readings may be wrong. */
const secondsOff = 0.3;

/** Growth by time; `undefined` for what follows the transactions as well, and where the clock is not known. */
export function byTime(series: Series): Growth | undefined {
  if (series.seconds.checkpoints.length === 0 || drift(series) <= 0) return undefined;
  return series.unit === 'objects' ? objectsByTime(series) : bytesByTime(series);
}

function objectsByTime(series: Series): Growth | undefined {
  const points = counts(series);
  const timed = points.map(({ transactions, value }) => ({
    transactions: secondsAt(series, transactions),
    value,
  }));
  const step = stepOf(series);
  const perSecond = theilSen(atCheckpoints(series));
  const slack = step + 2 * secondsOff * perSecond;
  const range = staircase(timed, slack);
  const exact = range !== undefined && drift(series) >= leastSteps * step;
  if (!exact || flattestStrip(points).height < nearer * slack) return undefined;
  return told(series, (range.low + range.high) / 2, step === 1 || perSecond >= step);
}

/** The checkpoints, on the clock: seconds in the place of transactions. */
function atCheckpoints(series: Series): readonly Point[] {
  return series.checkpoints.map(({ value }, index) => ({
    transactions: series.seconds.checkpoints[index] ?? 0,
    value,
  }));
}

/** The time at which so many transactions had begun; the time let pass to settle belongs to the checkpoint before. */
function secondsAt({ checkpoints, seconds, secondsEach }: Series, at: number): number {
  const last = Math.max(
    0,
    checkpoints.findLastIndex(({ transactions }) => transactions <= at),
  );
  return (seconds.checkpoints[last] ?? 0) + (at - (checkpoints[last]?.transactions ?? 0)) * secondsEach;
}

/** Readings in flight lie by so much nearer to a line on the clock; what is in flight is taken off. */
function bytesByTime(series: Series): Growth | undefined {
  const inside = series.samples.flatMap((sample, index): Flight[] => {
    const transactions = series.seconds.samples[index];
    const measured = sample.transactions > (series.checkpoints[0]?.transactions ?? 0);
    return transactions === undefined || !measured || sample.transactions >= end(series)
      ? []
      : [{ ...sample, transactions }];
  });
  if (inside.length < 2 * leastSteps) return undefined;
  const byClock = lineThrough(inside);
  const byLoad = lineThrough(
    series.samples.filter(
      ({ transactions: at }) => at > (series.checkpoints[0]?.transactions ?? 0) && at < end(series),
    ),
  );
  const clear = byClock.rate > 2 * leastSteps * byClock.error;
  if (!clear || byLoad.spread < nearer * byClock.spread) return undefined;
  return told(series, theilSen(atCheckpoints(series)), false);
}

function told(series: Series, perSecond: number, exact: boolean): Growth {
  return { type: 'by time', rate: perSecond * series.secondsEach, perSecond, exact };
}
