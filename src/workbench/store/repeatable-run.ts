/** Makes of a run what is needed to run it again. */

import type { RepeatableRun } from '#playground/learner-record/repeatable-run.ts';
import type { StartedRun } from './runs.ts';

/** The run, under the hashes of the scenario and the machine that played it. */
export function repeatableRun(
  { source, workload, allowances }: Pick<StartedRun, 'source' | 'workload' | 'allowances'>,
  hashes: Pick<RepeatableRun, 'scenarioHash' | 'machineHash'>,
): RepeatableRun {
  return {
    program: source,
    workload,
    ...(allowances.length > 0 ? { allowances: [...allowances] } : {}),
    ...hashes,
  };
}
