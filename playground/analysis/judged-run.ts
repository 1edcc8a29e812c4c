/** What a verdict rests on of a run, and how it is read. */

import type { Checkpoint, Counts, RunRecord, Sample } from '../record.ts';

/** The part of a run that a verdict rests on. */
export type JudgedRun = Pick<RunRecord, 'workload' | 'checkpoints' | 'samples' | 'peak'> &
  Partial<Pick<RunRecord, 'failure' | 'survivors'>>;

/** What is read of the heap at one moment. */
export type Read = (at: Sample | Checkpoint) => number;

/** The count of a class, whatever its name; 0 when there is none. */
export function countOf(counts: Counts, name: string): number {
  return Object.hasOwn(counts, name) ? (counts[name] ?? 0) : 0;
}
