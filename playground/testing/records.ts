/** Records as tests need them: real programs in the shape that a browser writes. */

import { type LearnerRecord, packedRun, type RecordedPass } from '../learner-record/learner-record.ts';
import { machineHash, scenarioHash } from '../node/machine-hash.ts';
import { findScenario } from '../scenarios/scenarios.ts';

/** A pass of a scenario with this program in the scenario's own workload, under the version of today but for what is said. */
export async function passOf(
  scenario: string,
  program: string,
  over: { readonly machineHash?: string; readonly at?: number } = {},
): Promise<RecordedPass> {
  const workload = (await findScenario(scenario))?.workload;
  if (workload === undefined) throw new Error(`There is no scenario ${scenario}.`);
  const hashes = {
    scenarioHash: await scenarioHash(scenario),
    machineHash: over.machineHash ?? (await machineHash()),
  };
  return { scenario, at: over.at ?? 1, fix: '', run: packedRun({ program, workload, ...hashes }) };
}

/** A record with these passes and nothing else. */
export function recordOf(passes: readonly RecordedPass[], name?: string): LearnerRecord {
  const named = name === undefined ? {} : { name };
  return { format: 'leak-lab-record', version: 1, made: 1, ...named, passes: [...passes], events: [] };
}

/** A right program with a member more: nobody's but the tester's, and another one for each `mark`. */
export function inOwnWords(program: string, mark = 1): string {
  return program.replace(/\}\s*$/, `\n  ownMember(): number {\n    return ${mark};\n  }\n}\n`);
}
