/** A result as the command line gives it to scripts: all that the machine says stands in it as English sentences. */

import type { CheckResult, Finding } from '../record.ts';
import { machineWords } from '../words/words.ts';
import type { LabResult } from './report.ts';
import { wordedResult } from './worded-result.ts';

const words = machineWords('en');

/** One line of JSON. A finding has its `reason`, a check its `message`, and a recognised `fix` its sentence, in words. */
export function labJson({ recognised, ...result }: LabResult, fix: string | undefined): string {
  const { classes, bytes, free } = result.verdict;
  const named = Object.entries(classes).map(([name, finding]) => [name, findingInWords(finding)] as const);
  return JSON.stringify({
    ...wordedResult(result),
    verdict: { classes: Object.fromEntries(named), bytes: findingInWords(bytes), free },
    checks: result.checks.map(checkInWords),
    ...(recognised === undefined ? {} : { recognised: fix, recognisedFix: recognised }),
  });
}

function findingInWords(finding: Finding) {
  return { ...finding, reason: words.reasonWords(finding.reason) };
}

function checkInWords(check: CheckResult) {
  return { ...check, message: words.checkWords(check.message) };
}
