/** How often a program takes a lock: what a fix is compared by, on pages as in checks. */

import type { RunRecord } from '../record.ts';

/** Turns at any lock of the server, per transaction. */
export function turnsPerTransaction({ locks, workload }: Pick<RunRecord, 'locks' | 'workload'>): number {
  const turns = Object.values(locks).reduce((sum, { acquisitions }) => sum + acquisitions, 0);
  return turns / workload.transactions;
}
