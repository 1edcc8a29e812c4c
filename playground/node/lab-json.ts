/** A result as `--json` prints it: what the machine tells as data stands there in English sentences. */

import type { Breach, CheckResult, Diagnostic, Failure, Finding, Verdict } from '../record.ts';
import { en } from '../words/en/en.ts';
import { heapJson, type HeapFound } from './lab-heap.ts';
import type { LabResult } from './report.ts';

/** The same with a sentence in place of the data that it is made of. */
type Worded<T> = Omit<T, 'what'> & { readonly message: string };

/** What is printed in place of a result. */
export type WordedResult = Omit<LabResult, 'failure' | 'breaches' | 'diagnostics'> & {
  readonly failure?: Worded<Failure>;
  readonly breaches: readonly Worded<Breach>[];
  readonly diagnostics: readonly Worded<Diagnostic>[];
};

/** The whole result, its fields in the order in which they were. */
export function wordedResult(result: LabResult): WordedResult {
  const { failure, ...rest } = {
    ...result,
    breaches: result.breaches.map(wordedBreach),
    diagnostics: result.diagnostics.map(wordedDiagnostic),
  };
  if (failure === undefined) return rest;
  // Where it stands in the result, and not at the end.
  return { ...result, ...rest, failure: wordedFailure(failure) };
}

export function wordedFailure({ kind, what, ...where }: Failure): Worded<Failure> {
  return { kind, message: en.failureWords({ what }), ...where };
}

export function wordedBreach({ kind, what, ...seen }: Breach): Worded<Breach> {
  return { kind, message: en.breachWords({ what }), ...seen };
}

export function wordedDiagnostic({ line, column, what, severity }: Diagnostic): Worded<Diagnostic> {
  return { line, column, message: en.diagnosticWords({ what }), severity };
}

/** One line of JSON. A finding has its `reason`, a check its `message`, and a recognised `fix` its sentence, in words. */
export function labJson(
  { recognised, ...result }: LabResult,
  fix: string | undefined,
  heap?: HeapFound,
): string {
  return JSON.stringify({
    ...wordedResult(result),
    verdict: printedVerdict(result.verdict),
    checks: result.checks.map(wordedCheck),
    ...(recognised === undefined ? {} : { recognised: fix, recognisedFix: recognised }),
    ...(heap === undefined ? {} : heapJson(heap)),
  });
}

/** A verdict as it is printed. Its field has been `free` from the first version on, and stays so. */
export type PrintedVerdict = ReturnType<typeof printedVerdict>;

function printedVerdict({ classes, bytes, leakFree }: Verdict) {
  const named = Object.entries(classes).map(([name, finding]) => [name, wordedFinding(finding)] as const);
  return { classes: Object.fromEntries(named), bytes: wordedFinding(bytes), free: leakFree };
}

function wordedFinding(finding: Finding) {
  return { ...finding, reason: en.reasonWords(finding.reason) };
}

function wordedCheck(check: CheckResult) {
  return { ...check, message: en.checkWords(check.message) };
}
