/** A result as text for a terminal. */

import type { RunResult } from './protocol.ts';

/** Verdict, checks, findings and the failure, a line each. */
export function printable(result: RunResult): string {
  const { verdict, checks, diagnostics, failure, workload } = result;
  const number = (value: number): string => value.toLocaleString('en');
  const lines = [
    `${result.scenario} · ${result.program} · ${number(workload.transactions)} transactions, ${workload.concurrency} in flight, seed ${workload.seed}`,
    '',
    ...diagnostics.map(({ line, column, severity, message }) => `${severity} ${line}:${column}  ${message}`),
    ...(failure === undefined
      ? []
      : [
          `failed (${failure.kind})${failure.line === undefined ? '' : ` at line ${failure.line}`}: ${failure.message}`,
        ]),
    ...Object.entries(verdict.classes).map(([name, { kind, reason }]) => `${name}: ${kind}. ${reason}`),
    `bytes: ${verdict.bytes.kind}. ${verdict.bytes.reason}`,
    `free of leaks: ${verdict.free ? 'yes' : 'no'}`,
    '',
    ...checks.map(({ id, passed, message }) => `${passed ? 'passed' : 'FAILED'} ${id}: ${message}`),
    '',
    `${number(result.work.objects)} objects, ${number(result.work.sinkCalls)} log lines, ${number(result.work.ticks)} ticks, ${number(result.elapsedMs)} ms`,
  ];
  return lines.join('\n');
}
