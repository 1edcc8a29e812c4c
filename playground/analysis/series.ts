/** One quantity as a run measured it, and the ways in which it can have grown. */

import { BATCHES, LEAST_STEPS, lengthForPeriod } from './batches.ts';
import { commonDivisor } from './slope.ts';
import type { Fraction, Point } from './slope.ts';

/** A value read in flight. */
export interface Reading extends Point {
  readonly inFlight: number;
}

/** Survivors of a class that let some of its objects go, by the time of their creation. */
export interface Ages {
  /** Survivors made until then, from 0 to the end of the run. */
  readonly alive: readonly Point[];
  /** Objects made until then, alive or not. */
  readonly made: readonly Point[];
}

/** What is judged: one quantity at the eight checkpoints, and what else is known of it. */
export interface Series {
  readonly unit: 'objects' | 'bytes';
  /** Read when nothing was in flight: exact. In order of transactions. */
  readonly checkpoints: readonly Point[];
  /** Failed transactions until each checkpoint. */
  readonly failed: readonly number[];
  /** Those of them that failed in the send; empty when not known. */
  readonly failedAtSend: readonly number[];
  /** Virtual seconds until each checkpoint, and until each sample, with the time let pass to settle; empty when not known. */
  readonly seconds: { readonly checkpoints: readonly number[]; readonly samples: readonly number[] };
  /** Virtual seconds that a transaction of this workload takes, without the time let pass to settle; 0 when not known. */
  readonly secondsEach: number;
  /** Read in flight: never below what is kept. */
  readonly samples: readonly Reading[];
  /** Survivors made until then: counts like those of `checkpoints`. Empty when some were let go, or none are counted by age. */
  readonly survivors: readonly Point[];
  /** Where some were let go, and survivors are counted by age. */
  readonly ages?: Ages;
  readonly concurrency: number;
}

/** A rate, with what is known of how exact it is. */
export interface Rate {
  readonly rate: number;
  /** The fraction that it is, where little else is possible. */
  readonly fraction?: Fraction;
  /** Rates between which it lies, where they are proved. */
  readonly range?: { readonly low: number; readonly high: number };
}

/** What a law counts: each transaction, or each of those that failed, that failed in the send, or that succeeded. */
export type Cause = 'transaction' | 'failed transaction' | 'failed send' | 'transaction that succeeded';

/** So many for each of these. */
export interface Term {
  readonly each: number;
  readonly cause: Cause;
}

/** How a quantity grew. Rates are per transaction; `decides` is a number of transactions with which a run would tell. */
export type Growth =
  | { readonly type: 'flat' }
  | { readonly type: 'plateau'; readonly since: number; readonly grown: number }
  /** `hidden`: growth per transaction that could hide in what falls and rises; 0 where none could. */
  | { readonly type: 'saw-tooth'; readonly falls: number; readonly hidden: number }
  | { readonly type: 'renewed'; readonly until: number }
  | { readonly type: 'shrinking'; readonly decides: number }
  | {
      readonly type: 'every batch';
      readonly rate: number;
      readonly perBatch: number;
      readonly batch: number;
      readonly since?: number;
    }
  | {
      readonly type: 'law';
      readonly rate: number;
      readonly terms: readonly Term[];
      /** How many of the rarest cause were measured. */
      readonly causes: number;
      /** Whether nothing but this grew, or something small came and went beside it. */
      readonly exact: boolean;
    }
  | { readonly type: 'by time'; readonly rate: number; readonly perSecond: number; readonly exact: boolean }
  | ({
      readonly type: 'steady';
      readonly since: number;
      /** Whether nothing was seen to be let go. */
      readonly kept: boolean;
      readonly faster: boolean;
    } & Rate)
  | {
      readonly type: 'late';
      readonly rate: number;
      readonly since: number;
    }
  | { readonly type: 'trend'; readonly rate: number; readonly faster: boolean }
  | { readonly type: 'rarer steps'; readonly rate: number; readonly steps: number }
  | { readonly type: 'rare'; readonly steps: number; readonly decides: number }
  | { readonly type: 'halted'; readonly since: number; readonly decides: number }
  | { readonly type: 'begun'; readonly since: number; readonly decides: number }
  | { readonly type: 'slowing'; readonly decides: number }
  /** It loses speed, but so slowly that each doubling of the run adds as much again: no length tells. */
  | { readonly type: 'endless' }
  | { readonly type: 'unclear'; readonly decides: number };

/** Changes from checkpoint to checkpoint. */
export function increments(series: Pick<Series, 'checkpoints'>): number[] {
  return differences(series.checkpoints.map((point) => point.value));
}

/** What each value is above the one before it. */
export function differences(values: readonly number[]): number[] {
  return values.slice(1).map((value, index) => value - (values[index] ?? 0));
}

/** Change from the first checkpoint to the last. */
export function drift(series: Pick<Series, 'checkpoints'>): number {
  return (series.checkpoints.at(-1)?.value ?? 0) - (series.checkpoints[0]?.value ?? 0);
}

/** Transactions until the first checkpoint. */
export function begin(series: Pick<Series, 'checkpoints'>): number {
  return series.checkpoints[0]?.transactions ?? 0;
}

/** Transactions until the last checkpoint. */
export function end(series: Pick<Series, 'checkpoints'>): number {
  return series.checkpoints.at(-1)?.transactions ?? 0;
}

/** Transactions from the first checkpoint to the last. */
export function measured(series: Pick<Series, 'checkpoints'>): number {
  return end(series) - begin(series);
}

/** The sum of all. */
export function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

/** Transactions in one batch. */
export function batchOf(series: Pick<Series, 'checkpoints'>): number {
  return measured(series) / BATCHES;
}

/** How many batches the quantity rose in. */
export function risingBatches(series: Series): number {
  return increments(series).filter((increment) => increment > 0).length;
}

/** The length of a run that measures `factor` times as many transactions. */
export function longer(series: Series, factor: number): number {
  return lengthForPeriod((measured(series) * factor) / LEAST_STEPS, series.concurrency);
}

/** The value of the last point at or before `at`; of the first, when there is none. */
export function valueAt(points: readonly Point[], at: number): number {
  return (points.findLast(({ transactions }) => transactions <= at) ?? points[0])?.value ?? 0;
}

/** All that was read between the first checkpoint and the last, at checkpoints and in flight, in order. */
export function readings(series: Series): readonly Point[] {
  const inside = series.samples.filter(({ transactions: at }) => at > begin(series) && at < end(series));
  return inOrder([...series.checkpoints, ...inside]);
}

/** What was counted in the measured run: the checkpoints, and between them survivors. */
export function counts(series: Series): readonly Point[] {
  const between = series.survivors.filter(({ transactions: at }) => at > begin(series) && at < end(series));
  return inOrder([...series.checkpoints, ...between]);
}

/** Objects that are kept at a time: the greatest number that divides all growth that was seen. */
export function stepOf(series: Series): number {
  const all = [...increments(series), ...differences(counts(series).map((point) => point.value))];
  return Math.max(1, commonDivisor(all));
}

function inOrder(points: readonly Point[]): Point[] {
  return [...points].sort((a, b) => a.transactions - b.transactions);
}
