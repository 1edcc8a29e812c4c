/** One quantity as a run measured it. */

import { batches, leastSteps, lengthForPeriod } from './batches.ts';
import { commonDivisor, type Point } from './slope.ts';

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
  return measured(series) / batches;
}

/** How many batches the quantity rose in. */
export function risingBatches(series: Series): number {
  return increments(series).filter((increment) => increment > 0).length;
}

/** The length of a run that measures `factor` times as many transactions. */
export function longer(series: Series, factor: number): number {
  return lengthForPeriod((measured(series) * factor) / leastSteps, series.concurrency);
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
