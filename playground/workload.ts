/** The bounds of a workload, for the command line and the page's controls alike. */

import type { Workload } from './record.ts';

interface Bound {
  readonly least: number;
  readonly most: number;
  readonly whole: boolean;
}

/** Bounds by field; the memory limit is in bytes, the collector's time in virtual seconds from a tenth to a day. */
export const bounds = {
  transactions: { least: 1, most: 1_000_000, whole: true },
  concurrency: { least: 1, most: 256, whole: true },
  seed: { least: 0, most: 2 ** 32 - 1, whole: true },
  failureRate: { least: 0, most: 1, whole: false },
  sharedIdRate: { least: 0, most: 1, whole: false },
  memoryLimit: { least: 2 ** 16, most: 512 * 2 ** 20, whole: true },
  samples: { least: 1, most: 1000, whole: true },
  collectorSeconds: { least: 0.1, most: 86_400, whole: false },
  stragglers: { least: 1, most: 64, whole: true },
  pace: { least: 1, most: 10_000, whole: false },
} as const satisfies Record<Exclude<keyof Workload, 'steady'> | 'stragglers' | 'pace', Bound>;

export type BoundedField = keyof typeof bounds;

/** A field whose value is out of its bounds. */
export interface WorkloadFault extends Bound {
  readonly field: BoundedField;
}

/** What is wrong with a workload: the first field that is; undefined when nothing is. */
export function workloadFault(workload: Workload): WorkloadFault | undefined {
  for (const field of Object.keys(bounds) as BoundedField[]) {
    const bound: Bound = bounds[field];
    const value = valueOf(workload, field);
    if (value === undefined || isWithin(value, bound)) continue;
    return { field, ...bound };
  }
  return undefined;
}

function isWithin(value: number, { least, most, whole }: Bound): boolean {
  return value >= least && value <= most && (!whole || Number.isInteger(value));
}

/** The value that a bound is about; undefined where the workload has none: no collector, or no steady load. */
function valueOf(workload: Workload, field: BoundedField): number | undefined {
  if (field === 'stragglers' || field === 'pace') return workload.steady?.[field];
  return workload[field] ?? undefined;
}
