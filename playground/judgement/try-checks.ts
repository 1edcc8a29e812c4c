/** Asks each check of a scenario what it says of a program's runs. */

import type { CheckResult, RecognisedFix } from '../record.ts';
import type { Check, MeasuredRun, Scenario } from '../scenarios/scenario.ts';

/** What each check says of a program's runs. All refuse a program of which one run failed. */
export function tryChecks({ checks }: Scenario, runs: readonly MeasuredRun[]): readonly CheckResult[] {
  const broken = runs.find((run) => run.failure !== undefined);
  if (broken?.failure !== undefined) {
    const { workload, failure } = broken;
    const message = { type: 'program failed', failure } as const;
    const { transaction } = failure;
    const where = transaction === undefined ? { workload } : { workload, transaction };
    return checks.map(({ id }) => ({ id, passed: false, message, ...where }));
  }
  return checks.map(({ id, check }) => withItsRun({ id, ...check(runs) }, check, runs));
}

/** Which family of fix a program is that has passed every check; undefined for none that is known. */
export function recognisedFix(
  { recogniseFix }: Scenario,
  runs: readonly MeasuredRun[],
  checks: readonly CheckResult[],
): RecognisedFix | undefined {
  return checks.every(({ passed }) => passed) ? recogniseFix(runs) : undefined;
}

/** A refusal with the workload of the first run that is refused by itself, where the check does not tell it. */
function withItsRun(result: CheckResult, check: Check['check'], runs: readonly MeasuredRun[]): CheckResult {
  if (result.passed || result.workload !== undefined) return result;
  const run = runs.find((each) => !check([each]).passed);
  return run === undefined ? result : { ...result, workload: run.workload };
}
