/** Makes, for property tests of the analysis, runs of any length and curves of any shape. */

import fc from 'fast-check';
import { batches, planBatches } from '../analysis/batches.ts';
import type { Finding } from '../record.ts';
import { reasonOf } from './in-words.ts';
import type { Curve } from './synthetic-run.ts';

/** How long a run is. */
export interface Length {
  readonly transactions: number;
  readonly concurrency: number;
}

/** Any length with at least seven batches of 23. */
export const anyLength = {
  transactions: fc.integer({ min: 300, max: 50_000 }),
  concurrency: fc.integer({ min: 1, max: 32 }),
};

/** A number from 0 to 1, each as likely as another: nine of ten numbers that `fc.double` gives are below a millionth. */
export const share = fc.integer({ min: 0, max: 1_000_000 }).map((part) => part / 1_000_000);

/** Transactions from the first checkpoint to the last. */
export function measured(length: Length): number {
  return batches * planBatches(length).batch;
}

/** What is kept at each checkpoint. */
export function atCheckpoints(length: Length, kept: Curve): readonly number[] {
  return planBatches(length).checkpoints.map(kept);
}

/** Growth in each batch. */
export function inBatches(length: Length, kept: Curve): readonly number[] {
  const counts = atCheckpoints(length, kept);
  return counts.slice(1).map((count, index) => count - (counts[index] ?? 0));
}

/** The length that a finding asks for, in so many words too; not a number where it asks for none. */
export function lengthAskedFor(finding: Finding): number {
  const told = Number(/([\d,]+) transactions/.exec(reasonOf(finding))?.[1]?.replaceAll(',', ''));
  if (finding.decides !== undefined && finding.decides !== told)
    throw new Error(`It says ${told} and means ${finding.decides}.`);
  return told;
}

/** A number from 0 to 1 for each transaction of a run: as good as chance, and the same each time. */
export function chance(seed: number, transaction: number): number {
  let bits = Math.imul(transaction, 0x9e3779b1) ^ Math.imul(seed + 1, 0x85ebca6b);
  bits = Math.imul(bits ^ (bits >>> 15), 0x2c1b3c6d);
  bits = Math.imul(bits ^ (bits >>> 12), 0x297a2d39);
  return ((bits ^ (bits >>> 15)) >>> 0) / 2 ** 32;
}

/** The sum of `each` over the first transactions of a run. */
export function summed(transactions: number, each: (transaction: number) => number): Curve {
  const sums = [0];
  for (let at = 1; at <= transactions; at++) sums.push((sums[at - 1] ?? 0) + each(at));
  return (at) => sums[at] ?? 0;
}

/** Curves from 0 to 1 that never grow faster than before. */
export const saturating = {
  exponential: (time: number) => 1 - Math.exp(-time),
  hyperbola: (time: number) => time / (time + 1),
  straight: (time: number) => Math.min(1, time),
  root: (time: number) => Math.sqrt(Math.min(1, time)),
  parabola: (time: number) => 1 - (1 - Math.min(1, time)) ** 2,
} satisfies Record<string, Curve>;

/** One of them. */
export const shape = fc.constantFrom(...Object.values(saturating));
