/** Finds growth that is exactly as much for each transaction, or for each that failed or succeeded: what only a leak does. */

import { leastSteps } from './batches.ts';
import { batchOf, differences, drift, increments, longer, measured, type Series, sum } from './series.ts';
import { flattestStrip } from './slope.ts';
import { evenSteps, nearlyStraight } from './steady.ts';
import type { Cause, Growth, Term } from './reason.ts';

/** Batches after a warm-up that must agree. */
const leastAlike = 3;

/** The same growth in each batch after the first `skip`, by a whole number of objects for each of its transactions. */
export function everyBatch(series: Series, skip = 0): Growth | undefined {
  const batch = batchOf(series);
  const [first = 0, ...others] = increments(series).slice(skip);
  if (first <= 0 || first % batch !== 0 || others.some((increment) => increment !== first)) return undefined;
  return { type: 'every batch', rate: first / batch, perBatch: first, batch, ...since(series, skip) };
}

/** The same behind a warm-up of any kind that ended in the run. */
export function everyLateBatch(series: Series): Growth | undefined {
  for (let skip = 1; skip <= increments(series).length - leastAlike; skip++) {
    const growth = everyBatch(series, skip);
    if (growth !== undefined) return growth;
  }
  return undefined;
}

/** What may have caused growth, and how often it happened in each batch. */
interface Causes {
  readonly cause: Cause;
  readonly counts: readonly number[];
}

/**
 * A whole number of objects for each failed transaction of a batch, or for each that failed in the send, in every batch; and the same
 * beside, or less than, a whole number for each transaction. Batches that differ in their failures agree with a wrong law by chance only.
 */
export function everyCause(series: Series): Growth | undefined {
  const changes = increments(series);
  const transactions = changes.map(() => batchOf(series));
  for (const cause of causesOf(series)) {
    const alone = multiple(changes, cause.counts);
    if (alone !== undefined && alone > 0) return lawOf(series, cause, [{ each: alone, cause: cause.cause }]);
    const both = twoCauses(changes, transactions, cause.counts);
    if (both !== undefined && sum(cause.counts) >= leastSteps)
      return lawOf(series, cause, together(both, cause));
  }
  return undefined;
}

/** How far a count may be from a law that something small comes and goes beside, and how much farther from a line it must be. */
const few = 0.05;
const nearer = 3;

/** The same for a count beside which something comes and goes: it stays near so many for each failure, and far from a straight line. */
export function nearCause(series: Series): Growth | undefined {
  if (series.unit === 'bytes') return undefined;
  for (const { cause, counts } of causesOf(series)) {
    const each = Math.round(drift(series) / sum(counts));
    if (each < 1 || sum(counts) < 2 * leastSteps) continue;
    const rest = increments(series).map((change, index) => change - each * (counts[index] ?? 0));
    const sums = rest.map((_, index) => sum(rest.slice(0, index + 1)));
    const apart = Math.max(0, ...sums) - Math.min(0, ...sums);
    const strip = flattestStrip(series.checkpoints).height;
    if (apart > few * drift(series) || nearer * apart > strip) continue;
    const growth = evenSteps(series) ?? nearlyStraight(series);
    const rate = growth?.type === 'steady' ? growth.rate : drift(series) / measured(series);
    return { type: 'law', rate, terms: [{ each, cause }], causes: sum(counts), exact: false };
  }
  return undefined;
}

function causesOf(series: Series): readonly Causes[] {
  const failed: Causes = { cause: 'failed transaction', counts: differences(series.failed) };
  const atSend: Causes = { cause: 'failed send', counts: differences(series.failedAtSend) };
  return [failed, atSend].filter(({ counts }) => sum(counts) > 0);
}

/** The whole number that makes each of `counts` the change beside it; `undefined` when there is none. */
function multiple(changes: readonly number[], counts: readonly number[]): number | undefined {
  const each = sum(changes) / sum(counts);
  const matches = changes.every((change, index) => change === each * (counts[index] ?? 0));
  return Number.isInteger(each) && matches ? each : undefined;
}

/** Whole numbers a and b, so that a for each transaction and b for each failure make every change. */
function twoCauses(
  changes: readonly number[],
  transactions: readonly number[],
  failures: readonly number[],
): { readonly all: number; readonly failing: number } | undefined {
  const least = failures.indexOf(Math.min(...failures));
  const most = failures.indexOf(Math.max(...failures));
  const apart = (failures[most] ?? 0) - (failures[least] ?? 0);
  if (apart === 0) return undefined;
  const failing = ((changes[most] ?? 0) - (changes[least] ?? 0)) / apart;
  if (!Number.isInteger(failing) || failing === 0) return undefined;
  const rest = changes.map((change, index) => change - failing * (failures[index] ?? 0));
  const all = multiple(rest, transactions);
  return all === undefined || all <= 0 || all + failing < 0 ? undefined : { all, failing };
}

function together(
  { all, failing }: { readonly all: number; readonly failing: number },
  { cause }: Causes,
): readonly Term[] {
  const whole: Term = { each: all, cause: 'transaction' };
  if (failing === -all && cause === 'failed transaction')
    return [{ each: all, cause: 'transaction that succeeded' }];
  return [whole, { each: failing, cause }];
}

function lawOf(series: Series, { counts }: Causes, terms: readonly Term[]): Growth | undefined {
  const all = sum(counts);
  if (all >= leastSteps) return { type: 'law', rate: rateOf(series, terms), terms, causes: all, exact: true };
  // One batch that failed and grew may have grown for another reason, unless failures explain all that is there.
  const each = terms[0]?.each ?? 0;
  const alone = series.checkpoints.every(({ value }, index) => value === each * (series.failed[index] ?? 0));
  if (!alone && counts.filter((count) => count > 0).length < 2) return undefined;
  return { type: 'rare', steps: all, decides: longer(series, (2 * leastSteps) / all) };
}

/** What the law comes to for each transaction of this workload; where it is no law of all failures, as for growth without a law. */
function rateOf(series: Series, [first]: readonly Term[]): number {
  const growth = first?.cause === 'failed send' ? (evenSteps(series) ?? nearlyStraight(series)) : undefined;
  return growth?.type === 'steady' ? growth.rate : sum(increments(series)) / measured(series);
}

function since(series: Series, skip: number): { readonly since?: number } {
  return skip === 0 ? {} : { since: series.checkpoints[skip]?.transactions ?? 0 };
}
