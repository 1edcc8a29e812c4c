/** One quantity as a run measured it, and the ways in which it can have grown. */

import { BATCHES, LEAST_STEPS, lengthForPeriod } from './batches.ts';
import { commonDivisor } from './slope.ts';
import type { Fraction, Point } from './slope.ts';

/** What is judged: one quantity at the eight checkpoints, and what else is known of it. */
export interface Series {
  /** Read when nothing was in flight: exact. In order of transactions. */
  readonly checkpoints: readonly Point[];
  /** Failed transactions until each checkpoint. */
  readonly failed: readonly number[];
  /** Read in flight: never below what is kept. */
  readonly samples: readonly Point[];
  /** Survivors made until then: counts like those of `checkpoints`. Empty when some were let go, or none are counted by age. */
  readonly survivors: readonly Point[];
  /** Survivors made in each batch, at least; empty when none were let go, or none are counted by age. */
  readonly left: readonly number[];
  readonly concurrency: number;
  /** Changes up to this are none: 0 for objects. */
  readonly floor: number;
}

/** How a quantity grew. Rates are per transaction; `decides` is a number of transactions with which a run would tell. */
export type Growth =
  | { readonly type: 'flat' }
  | { readonly type: 'plateau'; readonly since: number; readonly grown: number }
  | { readonly type: 'saw-tooth'; readonly falls: number }
  | {
      readonly type: 'every batch';
      readonly rate: number;
      readonly perBatch: number;
      readonly batch: number;
      readonly since?: number;
    }
  | {
      readonly type: 'every failure';
      readonly rate: number;
      readonly each: number;
      readonly failures: number;
    }
  | {
      readonly type: 'steady';
      readonly rate: number;
      readonly fraction?: Fraction;
      readonly since: number;
      /** Whether nothing was seen to be let go. */
      readonly kept: boolean;
    }
  | { readonly type: 'trend'; readonly rate: number }
  | { readonly type: 'rare'; readonly steps: number; readonly decides: number }
  | { readonly type: 'halted'; readonly since: number; readonly decides: number }
  | { readonly type: 'slowing'; readonly decides: number }
  | { readonly type: 'unclear'; readonly decides: number };

/** Changes from checkpoint to checkpoint. */
export function increments(series: Series): number[] {
  return series.checkpoints
    .slice(1)
    .map((point, index) => point.value - (series.checkpoints[index]?.value ?? 0));
}

/** Change from the first checkpoint to the last. */
export function drift(series: Series): number {
  return (series.checkpoints.at(-1)?.value ?? 0) - (series.checkpoints[0]?.value ?? 0);
}

/** Transactions from the first checkpoint to the last. */
export function measured(series: Series): number {
  return (series.checkpoints.at(-1)?.transactions ?? 0) - (series.checkpoints[0]?.transactions ?? 0);
}

/** The sum of all. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Transactions in one batch. */
export function batchOf(series: Series): number {
  return measured(series) / BATCHES;
}

/** Numbers (from 1) of the batches in which the quantity rose. */
export function risingBatches(series: Series): number[] {
  return increments(series).flatMap((increment, index) => (increment > series.floor / 8 ? [index + 1] : []));
}

/** The length of a run that measures `factor` times as many transactions. */
export function longer(series: Series, factor: number): number {
  return lengthForPeriod((measured(series) * factor) / LEAST_STEPS, series.concurrency);
}

/** What was counted in the measured run: the checkpoints, and between them survivors. */
export function counts(series: Series): readonly Point[] {
  const begin = series.checkpoints[0]?.transactions ?? 0;
  const end = series.checkpoints.at(-1)?.transactions ?? 0;
  const between = series.survivors.filter(({ transactions: at }) => at > begin && at < end);
  return [...series.checkpoints, ...between].sort((a, b) => a.transactions - b.transactions);
}

/** Objects that are kept at a time: the greatest number that divides all growth that was seen. */
export function stepOf(series: Series): number {
  const points = counts(series);
  return Math.max(
    1,
    commonDivisor([
      ...increments(series),
      ...points.slice(1).map((point, index) => point.value - (points[index]?.value ?? 0)),
    ]),
  );
}
