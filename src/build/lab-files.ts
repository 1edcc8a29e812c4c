/** A scenario's leaky program, compiled at build, with what was recorded: what a playground fetches first. Other programs are named by path. */

import type { RunResult } from '#playground/record.ts';
import { scenarioHash } from '#playground/node/machine-hash.ts';
import contract from '#playground/guest/contract/server.d.ts?raw';
import { recordedRun, scenarioOf, scenarioPrograms } from '#src/recorded/recorded-run.ts';
import { markOf } from '#src/workbench/store/given-mark.ts';
import type {
  FixedProgram,
  GivenName,
  LabProgram,
  ScenarioBundle,
} from '#src/workbench/store/scenario-bundle.ts';
import { hashedName } from './hashed-name.ts';
import { compiledPath, othersOf, programPath } from './program-files.ts';

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
  const others = (await othersOf(scenario)).map(
    async ({ name }) => [name, await programPath(scenario, name)] as const,
  );
  return {
    scenario,
    hash: await scenarioHash(scenario),
    workload,
    programs: { leaky: await leakyProgram(scenario), fixed: await fixedProgram(scenario) },
    others: Object.fromEntries(await Promise.all(others)),
    wrong,
    marks: programs.map(({ compiled }) => markOf(compiled.code)),
    contract,
  };
}

async function leakyProgram(scenario: string): Promise<LabProgram> {
  const program = (await scenarioPrograms(scenario)).find(({ name }) => name === 'leaky');
  if (program === undefined) throw new Error(`The scenario ${scenario} has no program leaky.`);
  const { source, compiled, diagnostics } = program;
  return { source, compiled, diagnostics, recorded: await recordedAlike(scenario, 'leaky') };
}

async function fixedProgram(scenario: string): Promise<FixedProgram> {
  return { compiled: await compiledPath(scenario), recorded: await recordedAlike(scenario, 'fixed') };
}

/** All but the time that it took is the same in each build, and so is the file's name. */
async function recordedAlike(scenario: string, name: GivenName): Promise<RunResult> {
  return { ...(await recordedRun(scenario, name)), elapsedMs: 0 };
}
