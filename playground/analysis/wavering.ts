/** Judges what falls as well as rises: noise, saw-teeth, and growth that stands out of them. */

import { batches } from './batches.ts';
import { combined, type Flight, type Line, lineThrough } from './noise.ts';
import { begin, differences, end, increments, longer, measured, readings, type Series } from './series.ts';
import type { Growth } from './reason.ts';
import type { Point } from './slope.ts';

/** Standard errors above which a drift is growth: by chance, one row of noise in 3 million, or 1 in 2,000 of few teeth. */
const grows = 5;

/** Standard errors below which a drift is none: of rows of noise, 1 in 20 has more and asks for a longer run. */
const restingErrors = 1.64;

/** Standard errors beyond the drift that was found within which the true one lies, but for 1 in 160. */
const sure = 2.5;

/** Crossings of its line that noise or a saw-tooth must have to be known as one. */
const leastCrossings = 6;

/** Batches in which nothing changed at all: what grows behind something that shrinks would have to make up for it exactly. */
const stillAtMost = 3;

/** How far below an earlier checkpoint the quantity fell, and in how many batches it did. What leaks is never released. */
export function releases(series: Series): { readonly depth: number; readonly batches: number } {
  let depth = 0;
  const fell = series.checkpoints.slice(1).map((to, index) => {
    const from = series.checkpoints[index] ?? to;
    const inside = series.samples.filter(
      (at) => at.transactions > from.transactions && at.transactions < to.transactions,
    );
    const lowest = Math.min(to.value, ...inside.map((at) => at.value));
    depth = Math.max(depth, from.value - lowest);
    return from.value > lowest;
  });
  let highest = -Infinity;
  for (const { value } of series.checkpoints) {
    highest = Math.max(highest, value);
    depth = Math.max(depth, highest - value);
  }
  return { depth, batches: fell.filter(Boolean).length };
}

/** Judges a quantity of which some was seen to be let go; `undefined` for one of which nothing was. */
export function wavering(series: Series): Growth | undefined {
  const { depth, batches } = releases(series);
  if (depth <= 0) return undefined;
  const changes = increments(series);
  const still = changes.filter((change) => change === 0).length;
  if (changes.every((change) => change <= 0) && still < stillAtMost)
    return { type: 'shrinking', decides: longer(series, 3) };
  const { rate, error, crossings } = driftOf(series, begin(series), end(series));
  if (rate > grows * error && goesOn(series, rate)) return { type: 'trend', rate, faster: false };
  const settles = batches >= 2 && crossings >= leastCrossings;
  const hidden = settles
    ? (restsSince(series, begin(series), depth) ?? hasSettled(series, rate, depth))
    : undefined;
  return hidden === undefined
    ? { type: 'unclear', decides: longer(series, 4) }
    : { type: 'saw-tooth', falls: batches, hidden };
}

/** The same for what warmed up before it came to rest: the second half grows by less than half as fast as the whole. */
function hasSettled(series: Series, rate: number, depth: number): number | undefined {
  const half = driftOf(series, middleOf(series), end(series));
  return half.rate + restingErrors * half.error < rate / 2
    ? restsSince(series, middleOf(series), depth)
    : undefined;
}

function middleOf(series: Series): number {
  return (begin(series) + end(series)) / 2;
}

/** If nothing grows any more since then: the growth per transaction that could hide in the noise, which is less than the noise itself. */
function restsSince(series: Series, from: number, depth: number): number | undefined {
  const { rate, error, spread } = driftOf(series, from, end(series));
  const hidden = Math.max(0, rate) + sure * error;
  const noise = Math.max(depth, 3 * spread);
  const rests = rate < restingErrors * error && 1.5 * hidden * (end(series) - from) < noise;
  return rests && !extremesRise(series, from) ? hidden : undefined;
}

/** The drift between two moments, by checkpoints and, apart from them, by readings in flight. */
function driftOf(series: Series, from: number, to: number): Line {
  const within = ({ transactions: at }: Point): boolean => at >= from && at <= to;
  const resting: readonly Flight[] = series.checkpoints.map((point) => ({ ...point, inFlight: 0 }));
  const [atRest, flying] = [resting, series.samples].map((points) => {
    const inside = points.filter(within);
    return inside.length < 4 ? undefined : lineThrough(inside);
  });
  // Checkpoints that meet a saw-tooth at ever the same height seem surer than they are.
  const aliased = flying !== undefined && atRest !== undefined && 6 * atRest.spread < releases(series).depth;
  const lines = [aliased ? undefined : atRest, flying].filter((line) => line !== undefined);
  const crossings = Math.max(0, ...lines.map((line) => line.crossings));
  const spread = Math.max(0, ...lines.map((line) => line.spread));
  return { ...combined(lines), crossings, spread };
}

/** Whether growth is as fast in the second half, give or take: what warms up is not. */
function goesOn(series: Series, rate: number): boolean {
  const half = driftOf(series, middleOf(series), end(series));
  return half.rate > rate / 2 && half.rate > sure * half.error;
}

/**
 * Whether the highest point of the second half of the run, or the lowest of the second half of what comes after `from`, is above that of
 * the first by more than an unlucky moment of reading explains.
 */
function extremesRise(series: Series, from: number): boolean {
  const points = readings(series);
  const between = (low: number, high: number): readonly number[] =>
    points.filter(({ transactions: at }) => at >= low && at <= high).map(({ value }) => value);
  const steepest = Math.max(...differences(points.map(({ value }) => value)));
  const [half, late] = [middleOf(series), (from + end(series)) / 2];
  const peaks = Math.max(...between(half, end(series))) - Math.max(...between(begin(series), half));
  const lows = Math.min(...between(late, end(series))) - Math.min(...between(from, late));
  return peaks > steepest || lows > steepest;
}

/** Blocks that are compared, and how many of their 15 pairs must rise: by chance, 1 row in 120 has 13. */
const blockCount = batches - 1;
const mostRise = 13;

/** Whether both the lowest and the highest readings of six parts of the run rise from part to part. */
export function blocksRise(series: Series): boolean {
  const points = readings(series);
  const width = measured(series) / blockCount;
  const blocks = Array.from({ length: blockCount }, (_, block) => {
    const from = begin(series) + block * width;
    return points
      .filter(({ transactions: at }) => at > from - 1 && at <= from + width)
      .map(({ value }) => value);
  }).filter(({ length }) => length > 0);
  const steepest = Math.max(...differences(points.map(({ value }) => value)));
  return [Math.min, Math.max].every((extreme) => {
    const row = blocks.map((all) => extreme(...all));
    return risingPairs(row) >= mostRise && (row.at(-1) ?? 0) - (row[0] ?? 0) > steepest;
  });
}

function risingPairs(values: readonly number[]): number {
  let rising = 0;
  values.forEach((value, index) => {
    for (const later of values.slice(index + 1)) rising += later > value ? 1 : later < value ? -1 : 0;
  });
  return rising;
}
