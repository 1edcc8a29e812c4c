/** A result as text for a terminal: every text of the program's own stays on its line and is cut where it is long. */

import { count, rate as rateWords } from '../words/en/wording.ts';
import { en } from '../words/en/en.ts';
import { labCommand } from '../words/lab-command.ts';
import { plainText } from '../words/plain-text.ts';
import { machineWords } from '../words/words.ts';
import type {
  Allowance,
  CheckResult,
  ClassFinding,
  ConsoleLine,
  Failure,
  Finding,
  RunResult,
  Workload,
} from '../record.ts';

/** What the command line prints, and gives as JSON: a result, and what the program wrote to its console in the main run. */
export interface LabResult extends RunResult {
  readonly console: readonly ConsoleLine[];
  /** Console lines beyond those. */
  readonly consoleDropped: number;
  /** Set when the run was ended from outside before its end: what is here was measured until then. */
  readonly interrupted?: true;
}

/** What a report says of the command it answers. */
export interface ReportContext {
  /** The program as it was asked for: a name or a path. */
  readonly asked: string;
  /** The scenario's own workload. */
  readonly own: Workload;
  /** The family of fix, in words, where one is recognised. */
  readonly fix: string | undefined;
  readonly allowances: readonly Allowance[];
}

const words = machineWords('en');

/** Lines of the program's console that a report shows. */
const mostConsoleLines = 50;

/** Failure, findings, verdict, checks and the program's console, a line each. */
export function printable(result: LabResult, context: ReportContext): string {
  const { verdict, workload, diagnostics } = result;
  const blocks = [
    [`${result.scenario} · ${plainText(result.program)} · ${workloadWords(workload)}`],
    [
      ...diagnostics.map(
        ({ line, column, severity, what }) =>
          `${severity} ${line}:${column}  ${plainText(en.diagnosticWords({ what }))}`,
      ),
      ...(result.failure === undefined ? [] : [failureLine(result.failure)]),
      ...(result.interrupted === true ? ['interrupted: what follows was measured until then'] : []),
      ...Object.entries(verdict.classes).map(classLine),
      `bytes: ${findingWords(verdict.bytes)}`,
      `free of leaks: ${verdict.leakFree ? 'yes' : 'no'}`,
    ],
    [
      ...together(result.checks).flatMap((checks) => checkLines(checks, result, context)),
      ...(context.fix === undefined ? [] : [`recognised: ${context.fix}`]),
    ],
    consoleLines(result),
    [
      `${count(result.work.objects)} objects, ${count(result.work.sinkCalls)} log lines, ${count(result.work.ticks)} ticks, ${count(result.elapsedMs)} ms`,
    ],
  ];
  return blocks
    .filter((block) => block.length > 0)
    .map((block) => block.join('\n'))
    .join('\n\n');
}

function workloadWords({ transactions, concurrency, seed, steady }: Workload): string {
  const load = steady === undefined ? '' : `, steady load with ${count(steady.stragglers)} stragglers`;
  return `${count(transactions)} transactions, ${count(concurrency)} in flight, seed ${seed}${load}`;
}

function failureLine({ kind, line, transaction, what }: Failure): string {
  const where = [
    ...(line === undefined ? [] : [` at line ${line}`]),
    ...(transaction === undefined || transaction === 0 ? [] : [` in transaction ${count(transaction)}`]),
  ];
  return `failed (${kind})${where.join('')}: ${plainText(en.failureWords({ what }))}`;
}

function classLine([name, finding]: [string, ClassFinding]): string {
  // A class whose name is taken, or that has none, is called by its line already.
  const place = /\bline \d+\)$/.test(name) ? '' : ` (line ${finding.line})`;
  return `${plainText(name)}${place}: ${findingWords(finding)}`;
}

function findingWords({ kind, perTransaction, reason }: Finding): string {
  const rate = perTransaction === 0 ? '' : `, ${rateWords(perTransaction)} per transaction`;
  return `${kind}${rate}. ${plainText(words.reasonWords(reason))}`;
}

/** Checks that say the same stand together, so that it is said once. */
function together(checks: readonly CheckResult[]): readonly (readonly [CheckResult, ...CheckResult[]])[] {
  const groups = new Map<string, [CheckResult, ...CheckResult[]]>();
  for (const check of checks) {
    const key = `${check.passed} ${words.checkWords(check.message)}`;
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [check]);
    else group.push(check);
  }
  return [...groups.values()];
}

function checkLines(
  checks: readonly [CheckResult, ...CheckResult[]],
  result: LabResult,
  { asked, own, allowances }: ReportContext,
): readonly string[] {
  const [{ passed, message, workload, transaction }] = checks;
  const ids = checks.map(({ id }) => id).join(', ');
  const known = { scenario: result.scenario, program: asked, own, allowances };
  const isTrial = workload !== undefined && JSON.stringify(workload) !== JSON.stringify(result.workload);
  return [
    `${passed ? 'passed' : 'FAILED'} ${ids}: ${plainText(words.checkWords(message))}`,
    ...(passed || transaction === undefined ? [] : [`       first in transaction ${count(transaction)}`]),
    ...(passed || !isTrial ? [] : [`       try it: ${labCommand({ ...known, workload })}`]),
  ];
}

function consoleLines({ console, consoleDropped }: LabResult): readonly string[] {
  const shown = console.slice(0, mostConsoleLines);
  const more = console.length - shown.length + consoleDropped;
  if (console.length + consoleDropped === 0) return [];
  return [
    'console of the program:',
    ...shown.map(({ level, text }) => `  ${level.padEnd(5)} | ${plainText(text)}`),
    ...(more === 0 ? [] : [`  … and ${count(more)} more lines`]),
  ];
}
