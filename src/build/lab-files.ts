/** A scenario's programs, compiled at build, with their recorded runs: what a playground fetches to run them unedited. */

import contract from '#playground/guest/contract/server.d.ts?raw';
import { recordedRun, scenarioOf, scenarioPrograms } from '#src/recorded/recorded-run.ts';
import { markOf } from '#src/workbench/store/given-mark.ts';
import type { GivenName, ScenarioBundle, LabProgram } from '#src/workbench/store/scenario-bundle.ts';
import { hashedName } from './hashed-name.ts';

const texts = new Map<string, Promise<string>>();

/** What the scenario's file holds, as JSON. Throws for a scenario that there is not. */
export function labText(scenario: string): Promise<string> {
  const text = texts.get(scenario) ?? labFile(scenario).then((file) => JSON.stringify(file));
  texts.set(scenario, text);
  return text;
}

/** Name of the scenario's file under `lab/`, without its ending. While authors work it has no hash, so that no run is awaited. */
export async function labName(scenario: string): Promise<string> {
  return import.meta.env.DEV ? scenario : hashedName(scenario, await labText(scenario));
}

async function labFile(scenario: string): Promise<ScenarioBundle> {
  const { workload, wrong } = await scenarioOf(scenario);
  const programs = await scenarioPrograms(scenario);
  const others = programs.filter(({ name }) => name !== 'leaky' && name !== 'fixed');
  return {
    scenario,
    workload,
    programs: { leaky: await givenProgram(scenario, 'leaky'), fixed: await givenProgram(scenario, 'fixed') },
    others: Object.fromEntries(others.map(({ name, source }) => [name, source])),
    wrong,
    marks: programs.map(({ compiled }) => markOf(compiled.code)),
    contract,
  };
}

async function givenProgram(scenario: string, name: GivenName): Promise<LabProgram> {
  const programs = await scenarioPrograms(scenario);
  const program = programs.find((each) => each.name === name);
  if (program === undefined) throw new Error(`The scenario ${scenario} has no program ${name}.`);
  const { source, compiled, diagnostics } = program;
  // All but the time that it took is the same in each build, and so is the file's name.
  return {
    source,
    compiled,
    diagnostics,
    recorded: { ...(await recordedRun(scenario, name)), elapsedMs: 0 },
  };
}
