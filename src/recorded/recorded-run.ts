/** The recorded runs: what the machine says of our own programs, measured in every build. A build that finds a lie fails. */

import { createCompiler } from '#playground/node/compiler.ts';
import { measure } from '#playground/measure.ts';
import { readAssets } from '#playground/node/assets.ts';
import type { CompiledProgram, Diagnostic, RunResult, Workload } from '#playground/record.ts';
import type { MachineAssets } from '#playground/protocol.ts';
import { programNames, readProgram } from '#playground/node/programs.ts';
import type { Scenario } from '#playground/scenarios/scenario.ts';
import { findScenario } from '#playground/scenarios/scenarios.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';

/** Calls that a transaction makes before its disposal; the send to the workers is the last of them. */
export { sendCall } from '#playground/guest/call-order.ts';

export interface ScenarioProgram {
  readonly name: string;
  readonly source: string;
  readonly compiled: CompiledProgram;
  readonly diagnostics: readonly Diagnostic[];
}

const compiler = createCompiler();
const programs = new Map<string, Promise<readonly ScenarioProgram[]>>();
const runs = new Map<string, Promise<RunResult>>();
let assets: Promise<MachineAssets> | undefined;

/** The scenario of that id. Throws for one that there is not: a mistake in a chapter. */
export async function scenarioOf(id: string): Promise<Scenario> {
  const scenario = await findScenario(id);
  if (scenario === undefined) throw new Error(`There is no scenario '${id}'.`);
  return scenario;
}

/** A scenario's programs, compiled: leaky, the fixes, then the wrong fixes. Throws when one does not compile cleanly. */
export function scenarioPrograms(id: string): Promise<readonly ScenarioProgram[]> {
  return remember(programs, id, async () =>
    Promise.all((await programNames((await scenarioOf(id)).id)).map((name) => compileOwn(id, name))),
  );
}

/** The run of one of our own programs under its scenario's workload, with its checks. Measured once in a build. */
export function recordedRun(id: string, program: string): Promise<RunResult> {
  return remember(runs, `${id}/${program}`, async () => {
    const result = await record(id, program);
    const { leakFree } = result.verdict;
    if (program === 'leaky' && leakFree) throw new Error(`${id}: leaky.ts does not leak.`);
    const failed = result.checks.find(({ passed }) => !passed);
    if (program.startsWith('fixed') && (!leakFree || failed !== undefined)) {
      const { checkWords, reasonWords } = pageMachineWords();
      const why =
        failed === undefined ? reasonWords(result.verdict.bytes.reason) : checkWords(failed.message);
      throw new Error(`${id}: ${program}.ts is no fix: ${why}`);
    }
    return result;
  });
}

/** The run of one of our own programs under a workload that differs from its scenario’s, without checks. Measured once in a build. */
export function variedRun(id: string, program: string, over: Partial<Workload>): Promise<RunResult> {
  return remember(runs, `${id}/${program}/${JSON.stringify(over)}`, async () =>
    runOf(id, await programOf(id, program), over),
  );
}

/** The run of one of our own programs after an edit, without checks. Throws for an edit that changes nothing. */
export async function editedRun(
  id: string,
  program: string,
  edit: (source: string) => string,
): Promise<RunResult> {
  const source = await readProgram(id, program);
  const edited = edit(source);
  if (edited === source) throw new Error(`${id}/${program}.ts has not the text that an edit changes.`);
  return runOf(id, compileSource(id, program, edited), {});
}

async function record(id: string, program: string): Promise<RunResult> {
  return runOf(id, await programOf(id, program));
}

async function programOf(id: string, program: string): Promise<ScenarioProgram> {
  const found = (await scenarioPrograms(id)).find(({ name }) => name === program);
  if (found === undefined) throw new Error(`${id} has no program '${program}'.`);
  return found;
}

/** Runs a program as its scenario asks, with its checks; where the run is to be another, without. */
async function runOf(
  id: string,
  { name, compiled, diagnostics }: ScenarioProgram,
  over?: Partial<Workload>,
): Promise<RunResult> {
  const scenario = await scenarioOf(id);
  assets ??= readAssets();
  return measure({
    assets: await assets,
    request: {
      scenario: id,
      program: name,
      compiled,
      diagnostics,
      workload: { ...scenario.workload, ...over },
      checks: over === undefined,
    },
    scenario,
    listener: {},
    pause: () => Promise.resolve(),
    onMeasured: () => undefined,
  });
}

async function compileOwn(id: string, name: string): Promise<ScenarioProgram> {
  return compileSource(id, name, await readProgram(id, name));
}

function compileSource(id: string, name: string, source: string): ScenarioProgram {
  const { compiled, diagnostics } = compiler.compile(source, name);
  const [first] = diagnostics;
  if (compiled === undefined || first !== undefined) {
    const found = first === undefined ? 'does not compile' : pageMachineWords().diagnosticWords(first);
    throw new Error(`${id}/${name}.ts:${first?.line ?? 1}: ${found}`);
  }
  return { name, source, compiled, diagnostics };
}

function remember<T>(known: Map<string, Promise<T>>, key: string, make: () => Promise<T>): Promise<T> {
  const made = known.get(key) ?? make();
  known.set(key, made);
  return made;
}
