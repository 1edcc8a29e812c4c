/** The bounds of a workload, for the command line and the page's controls alike. */

import { byteWords } from './words/byte-words.ts';
import type { Workload } from './protocol.ts';

interface Bound {
  readonly label: string;
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** Bounds by field; the memory limit is in bytes, the collector's time in virtual seconds from a tenth to a day. */
export const bounds = {
  transactions: { label: 'Transactions', least: 1, most: 1_000_000, whole: true },
  concurrency: { label: 'Transactions in flight', least: 1, most: 256, whole: true },
  seed: { label: 'The seed', least: 0, most: 2 ** 32 - 1, whole: true },
  failureRate: { label: 'The failure rate', least: 0, most: 1, whole: false },
  sharedIdRate: { label: 'The rate of shared ids', least: 0, most: 1, whole: false },
  memoryLimit: { label: 'The memory limit', least: 2 ** 16, most: 512 * 2 ** 20, whole: true },
  samples: { label: 'Samples', least: 1, most: 1000, whole: true },
  collectorSeconds: { label: 'Seconds between collections', least: 0.1, most: 86_400, whole: false },
  stragglers: { label: 'Stragglers of a steady load', least: 1, most: 64, whole: true },
  pace: { label: 'The pace of a steady load', least: 1, most: 10_000, whole: false },
} as const satisfies Record<Exclude<keyof Workload, 'steady'> | 'stragglers' | 'pace', Bound>;

export type BoundedField = keyof typeof bounds;

/** What is wrong with a workload, as a sentence about the first field that is; undefined when nothing is. */
export function workloadFault(
  workload: Workload,
): { readonly field: BoundedField; readonly message: string } | undefined {
  for (const field of Object.keys(bounds) as BoundedField[]) {
    const { label, least, most, whole }: Bound = bounds[field];
    const value = valueOf(workload, field);
    if (value === undefined) continue;
    if (value >= least && value <= most && (!whole || Number.isInteger(value))) continue;
    const show = (bound: number): string =>
      field === 'memoryLimit' ? byteWords(bound) : bound.toLocaleString('en');
    const kind = whole && field !== 'memoryLimit' ? 'a whole number' : 'a number';
    return { field, message: `${label} must be ${kind} from ${show(least)} to ${show(most)}.` };
  }
  return undefined;
}

/** The value that a bound is about; undefined where the workload has none: no collector, or no steady load. */
function valueOf(workload: Workload, field: BoundedField): number | undefined {
  if (field === 'stragglers' || field === 'pace') return workload.steady?.[field];
  return workload[field] ?? undefined;
}
