/** Asks each check of a scenario what it says of a program's runs. */

import type { CheckResult } from './protocol.ts';
import type { MeasuredRun, Scenario } from './scenarios/scenario.ts';

/** What each check says of a program's runs. All refuse a program of which one run failed; when all pass, some say more. */
export function tryChecks({ checks }: Scenario, runs: readonly MeasuredRun[]): readonly CheckResult[] {
  const failure = runs.find((run) => run.failure !== undefined)?.failure;
  if (failure !== undefined) {
    const message = `Not tried to the end, since the program failed: ${failure.message}`;
    return checks.map(({ id }) => ({ id, passed: false, message }));
  }
  const results = checks.map(({ id, check }) => ({ id, ...check(runs) }));
  if (results.some(({ passed }) => !passed)) return results;
  return results.map((result, index) => ({
    ...result,
    message: `${result.message} ${checks[index]?.whenAllPass?.(runs) ?? ''}`.trim(),
  }));
}
