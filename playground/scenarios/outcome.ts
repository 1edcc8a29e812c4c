/** How the outcome of a check is put: what was seen, in which run, and first in which transaction. */

import type { Breach, CheckMessage } from '../record.ts';
import type { DutyName, RunName } from './check-message.ts';
import type { MeasuredRun, Outcome } from './scenario.ts';

/** The check has found all that it asks for. */
export const passed = (message: CheckMessage): Outcome => ({ passed: true, message });

/** The check has found a fault: in this run and, where known, first in this transaction. */
export function failedIn(run: MeasuredRun, message: CheckMessage, transaction?: number): Outcome {
  const { workload } = run;
  return { passed: false, message, workload, ...(transaction === undefined ? {} : { transaction }) };
}

/** How a run is told apart from the others of the same check. */
export function nameOf({ workload }: MeasuredRun): RunName {
  const { transactions, failureRate, sharedIdRate } = workload;
  return { transactions, failureRate, sharedIdRate };
}

/** The first run with one of these breaches: the check has failed there. Undefined without any. */
export function failedBy(
  runs: readonly MeasuredRun[],
  kinds: readonly Breach['kind'][],
  duty: DutyName,
): Outcome | undefined {
  for (const run of runs) {
    const breach = run.breaches.find(({ kind }) => kinds.includes(kind));
    if (breach === undefined) continue;
    return failedIn(run, { type: 'breach', breach, run: nameOf(run), duty }, breach.transaction);
  }
  return undefined;
}
