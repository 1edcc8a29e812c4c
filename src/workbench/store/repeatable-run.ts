/** Makes of a run what is needed to run it again. */

import type { RepeatableRun } from '#src/course/repeatable-run.ts';
import type { StartedRun } from './runs.ts';

/** The run, under the hashes of this page's scenario file, by its path, and of its machine. */
export function repeatableRun(
  { source, workload, allowances }: Pick<StartedRun, 'source' | 'workload' | 'allowances'>,
  labFile: string,
  machineHash: string,
): RepeatableRun {
  return {
    program: source,
    workload,
    ...(allowances.length > 0 ? { allowances: [...allowances] } : {}),
    scenarioHash: /\.([0-9a-f]+)\.json$/.exec(labFile)?.[1] ?? '',
    machineHash,
  };
}
