/** How the outcome of a check is put: what was seen, in which run, and first in which transaction. */

import type { Breach } from '../protocol.ts';
import { breachWords } from '../words/en/breaches.ts';
import type { MeasuredRun, Outcome } from './scenario.ts';

/** How a number is shown to a reader. */
export const count = (value: number): string => value.toLocaleString('en');

/** The check has found all that it asks for. */
export const passed = (message: string): Outcome => ({ passed: true, message });

/** The check has found a fault: in this run and, where known, first in this transaction. */
export function failedIn(run: MeasuredRun, message: string, transaction?: number): Outcome {
  const { workload } = run;
  return { passed: false, message, workload, ...(transaction === undefined ? {} : { transaction }) };
}

/** How a run is told apart from the others of the same check. */
export function nameOf({ workload }: MeasuredRun): string {
  const length = `${count(workload.transactions)} transactions`;
  if (workload.failureRate > 0) return `${length} of which ${Math.round(workload.failureRate * 100)} % fail`;
  if (workload.sharedIdRate > 0) return `${length} that share ids`;
  return length;
}

/** Names of the runs, each once. */
export function namesOf(runs: readonly MeasuredRun[]): string {
  return [...new Set(runs.map(nameOf))].join(', ');
}

/** The first run with one of these breaches: the check has failed there. Undefined without any. */
export function failedBy(
  runs: readonly MeasuredRun[],
  kinds: readonly Breach['kind'][],
  expected: string,
): Outcome | undefined {
  for (const run of runs) {
    const breach = run.breaches.find(({ kind }) => kinds.includes(kind));
    if (breach === undefined) continue;
    return failedIn(
      run,
      `${sentence(breach)} (with ${nameOf(run)}). Expected: ${expected}`,
      breach.transaction,
    );
  }
  return undefined;
}

function sentence(breach: Breach): string {
  const { kind, count: times, transaction } = breach;
  const often = times === 1 ? 'once' : `${count(times)} times`;
  const first = transaction === undefined ? 'first' : `first in transaction ${count(transaction)}`;
  return `${capital(kind)}, ${often}, ${first}: ${breachWords(breach)}`;
}

function capital(text: string): string {
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}`;
}

/** A sentence with its first letter small, to stand after a colon. */
export function small(text: string): string {
  return `${text.charAt(0).toLowerCase()}${text.slice(1)}`;
}
