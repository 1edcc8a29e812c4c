/** Plans a run: how long it warms up, and at which transactions the driver settles and reads the heap. */

import type { Workload } from '../record.ts';

/** Batches that are compared with one another. */
export const batches = 7;

/** The most transactions that one run can hold. */
export const mostTransactions = 1_000_000;

/** A leak must show itself at least so often in the measured run to be called one. */
export const leastSteps = 10;

/** When a run is read. `checkpoints` is empty, and `batch` 0, when the workload is too short to judge. */
export interface BatchPlan {
  /** Transactions before the first checkpoint. */
  readonly warmUp: number;
  /** Transactions in each batch: a prime, so that no period of a program's own divides it. */
  readonly batch: number;
  /** Finished transactions at which to settle, collect and read: the end of the warm-up, then of each batch. */
  readonly checkpoints: readonly number[];
}

type Length = Pick<Workload, 'transactions' | 'concurrency'>;

function isPrime(n: number): boolean {
  if (n < 2) return false;
  for (let divisor = 2; divisor * divisor <= n; divisor++) if (n % divisor === 0) return false;
  return true;
}

/** The largest prime that is not above `n`, or 0 when there is none. */
export function largestPrimeAtMost(n: number): number {
  for (let candidate = Math.floor(n); candidate >= 2; candidate--) if (isPrime(candidate)) return candidate;
  return 0;
}

/** Warm-up of 64 transactions, four times the concurrency or a tenth of the run, whichever is most; then seven equal batches. */
export function planBatches(workload: Length): BatchPlan {
  const { transactions, concurrency } = workload;
  const warmUp = Math.max(64, 4 * concurrency, Math.ceil(transactions / 10));
  const batch = largestPrimeAtMost((transactions - warmUp) / batches);
  if (batch === 0) return { warmUp: Math.min(warmUp, transactions), batch: 0, checkpoints: [] };
  const checkpoints = Array.from({ length: batches + 1 }, (_, done) => warmUp + done * batch);
  return { warmUp, batch, checkpoints };
}

/** The fewest transactions with which a run has seven batches at all. */
export function shortestRun(concurrency: number): number {
  return lengthForBatch(2, concurrency);
}

/** The fewest transactions with which a leak of one step per `period` transactions is called one; rounded up to three digits. */
export function lengthForPeriod(period: number, concurrency: number): number {
  return roundUp(lengthForBatch(Math.ceil((period * leastSteps) / batches), concurrency));
}

/** Rounds a number of transactions up to three significant digits. */
export function roundUp(transactions: number): number {
  const unit = 10 ** Math.max(0, Math.floor(Math.log10(Math.max(1, transactions))) - 2);
  return Math.ceil(transactions / unit) * unit;
}

function lengthForBatch(least: number, concurrency: number): number {
  let batch = Math.max(2, least);
  while (!isPrime(batch)) batch++;
  const measured = batch * batches;
  const floor = Math.max(64, 4 * concurrency);
  let transactions = Math.max(measured + floor, Math.ceil((measured * 10) / 9));
  while (transactions - Math.max(floor, Math.ceil(transactions / 10)) < measured) transactions++;
  return transactions;
}
