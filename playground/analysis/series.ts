/** One quantity as a run measured it, and the ways in which it can have grown. */

import { BATCHES } from './batches.ts';
import type { Fraction, Point } from './slope.ts';

/** What is judged: one quantity at the eight checkpoints, and what else is known of it. */
export interface Series {
  /** Read when nothing was in flight: exact. In order of transactions. */
  readonly checkpoints: readonly Point[];
  /** Failed transactions until each checkpoint. */
  readonly failed: readonly number[];
  /** Read in flight: never below what is kept. */
  readonly samples: readonly Point[];
  /** Transactions by which survivors of a slice are known; empty when the quantity is not counted by age. */
  readonly survivors: readonly Point[];
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
  | { readonly type: 'steady'; readonly rate: number; readonly fraction?: Fraction; readonly since: number }
  | { readonly type: 'trend'; readonly rate: number }
  | { readonly type: 'rare'; readonly steps: number; readonly decides: number }
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
