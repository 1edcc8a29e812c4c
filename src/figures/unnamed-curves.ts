/** Curves that a reader sees before their names: counts of a few classes, and what a picture of the first of them shows. */

import { spread } from '#src/chart/spread-labels.ts';

import type { Sample } from '#playground/record.ts';

/** What the curves are called until their classes are told; a figure has as many. */
export const letters = ['A', 'B', 'C'] as const;

/** Live objects of each class at the same places of a run. */
export interface Curves {
  /** Transactions that had begun at each place. */
  readonly transactions: readonly number[];
  /** By class, in the order of their letters; as many counts as there are places. */
  readonly counts: readonly (readonly number[])[];
}

/** The picture of a run as far as it has been seen. */
export interface CurvePicture {
  readonly transactions: number;
  /** Live objects of each curve there. */
  readonly counts: readonly number[];
  /** The highest count so far: both axes end at what has been seen. */
  readonly most: number;
  /** Height of each curve's letter, as a share of the plot from its floor. */
  readonly labels: readonly number[];
}

/** Every sample up to the transaction `beginning`, and every tenth from there to the end of the run. */
export function curvesOf(
  samples: readonly Sample[],
  classNames: readonly string[],
  beginning: number,
): Curves {
  const kept = samples.filter(
    ({ transactions }, at) => transactions <= beginning || (samples.length - 1 - at) % 10 === 0,
  );
  return {
    transactions: kept.map(({ transactions }) => transactions),
    counts: classNames.map((name) => kept.map(({ live }) => live[name] ?? 0)),
  };
}

/** What is seen at a place of the curves. Throws for a place that they do not have. */
export function pictureAt({ transactions, counts }: Curves, place: number): CurvePicture {
  const seen = transactions[place];
  if (seen === undefined) throw new Error(`The curves have no place ${place}.`);
  const ends = counts.map((curve) => curve[place] ?? 0);
  const most = Math.max(1, ...counts.flatMap((curve) => curve.slice(0, place + 1)));
  return { transactions: seen, counts: ends, most, labels: labelHeights(ends, most) };
}

function labelHeights(ends: readonly number[], most: number): readonly number[] {
  const highestFirst = ends
    .map((count, curve) => ({ curve, at: count / most }))
    .toSorted((one, other) => other.at - one.at);
  return spread(highestFirst)
    .toSorted((one, other) => one.curve - other.curve)
    .map(({ at }) => at);
}
