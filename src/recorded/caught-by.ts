/** What a question of a chapter says of a wrong fix, held against the scenario, whose tests run that fix. */

import { scenarioOf } from './recorded-run.ts';

/** Checks by the wrong fix that each of them catches. Throws where the scenario says otherwise. */
export async function caughtBy(
  id: string,
  checks: Readonly<Record<string, string>>,
): Promise<Readonly<Record<string, string>>> {
  const { wrong } = await scenarioOf(id);
  for (const [program, check] of Object.entries(checks)) {
    const by = wrong[program]?.check;
    if (by !== check)
      throw new Error(`${id}/${program}.ts is caught by ${by ?? 'nothing'}, not by ${check}.`);
  }
  return checks;
}
