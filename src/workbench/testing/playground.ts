/** A page's playground under Node, for tests: its store with Node's compiler and Node's machine where a browser has workers. */

import { vi } from 'vitest';

import { createCompiler } from '#playground/node/compiler.ts';
import { createNodeClient } from '#playground/node/client.ts';
import { emptyResult } from '#playground/node/empty-result.ts';
import { programNames, readProgram } from '#playground/node/programs.ts';
import { shortWorkload } from '#playground/testing/run-for-tests.ts';
import { markOf } from '../store/given-mark.ts';
import type { GivenName, ScenarioBundle, LabProgram } from '../store/scenario-bundle.ts';
import { createPlaygroundStore, type PlaygroundStore } from '../store/playground-store.ts';

export const scenario = 'logger-per-transaction';
const compiler = createCompiler();
const client = createNodeClient();

/** To be called once, when all tests of a file have ended. */
export const closeMachine = (): void => client.dispose();

/** What the page's server has at the address of the scenario's file; replaced, it is what a fetch brings. */
export const server = { file: labFile() };

/** A page that has just been opened, with nothing in its storage. */
export function openPlayground(): PlaygroundStore {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  // A hidden page has no frames, and takes each message as it comes.
  vi.stubGlobal('document', { hidden: true, documentElement: { lang: 'en' } });
  vi.stubGlobal('fetch', async () => Response.json(await server.file));
  vi.stubGlobal('reportError', vi.fn());
  vi.doMock('../store/machine.ts', () => ({ machine: () => client }));
  vi.doMock('../compiler/page-compiler.ts', () => ({ pageCompiler: () => ({ compile }) }));
  return createPlaygroundStore({
    scenario,
    labFile: 'lab/x.json',
    keep: scenario,
    workload: shortWorkload,
  });
}

/** Later, as a worker answers. */
async function compile(source: string): Promise<ReturnType<typeof compiler.compile>> {
  await new Promise((resolve) => setTimeout(resolve));
  return compiler.compile(source);
}

/** The scenario's file as the build writes it, with no recorded run in it. */
async function labFile(): Promise<ScenarioBundle> {
  const names = await programNames(scenario);
  const sources = await Promise.all(names.map((name) => readProgram(scenario, name)));
  const marks = sources.map((source) => markOf(compiler.compile(source).compiled?.code ?? ''));
  return {
    scenario,
    workload: shortWorkload,
    programs: { leaky: await labProgram('leaky'), fixed: await labProgram('fixed') },
    wrong: {},
    others: Object.fromEntries(names.map((name, at) => [name, sources[at] ?? ''])),
    marks,
    contract: '// the contract',
  };
}

async function labProgram(program: GivenName): Promise<LabProgram> {
  const source = await readProgram(scenario, program);
  const { compiled, diagnostics } = compiler.compile(source);
  if (compiled === undefined) throw new Error(`${program}.ts does not compile.`);
  const failure = { kind: 'runtime', what: { type: 'no class' } } as const;
  const known = { scenario, program, workload: shortWorkload, diagnostics, failure, sites: [] };
  return { source, compiled, diagnostics, recorded: emptyResult(known) };
}
