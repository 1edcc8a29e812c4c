/** A page's playground under Node, for tests: its store with Node's compiler and Node's machine where a browser has workers. */

import { vi } from 'vitest';

import { createCompiler } from '#playground/node/compiler.ts';
import { createNodeClient } from '#playground/node/client.ts';
import { emptyResult } from '#playground/node/empty-result.ts';
import { programNames, readProgram } from '#playground/node/programs.ts';
import { shortWorkload } from '#playground/testing/run-for-tests.ts';
import { markOf } from '../store/given-mark.ts';
import type { LabProgram, ScenarioBundle } from '../store/scenario-bundle.ts';
import { createPlaygroundStore, type PlaygroundStore } from '../store/playground-store.ts';

export const scenario = 'logger-per-transaction';
const compiler = createCompiler();
const client = createNodeClient();

/** To be called once, when all tests of a file have ended. */
export const closeMachine = (): void => client.dispose();

/** What the page's server has at the address of the scenario's file; replaced, it is what a fetch brings. `asked`: all addresses. */
export const server = { file: labFile(), asked: new Array<string>() };

/** A page that has just been opened, with nothing in its storage. `locked`: without the fixed program. */
export function openPlayground(locked = false): PlaygroundStore {
  const kept = new Map<string, string>();
  vi.stubGlobal('localStorage', {
    getItem: (name: string) => kept.get(name) ?? null,
    setItem: (name: string, value: string) => kept.set(name, value),
    removeItem: (name: string) => kept.delete(name),
  });
  // A hidden page has no frames, and takes each message as it comes.
  vi.stubGlobal('document', { hidden: true, documentElement: { lang: 'en' } });
  server.asked = [];
  vi.stubGlobal('fetch', async (address: string) => {
    server.asked.push(address);
    return Response.json(await served(address));
  });
  vi.stubGlobal('reportError', vi.fn());
  vi.doMock('../store/machine.ts', () => ({ machine: () => client }));
  vi.doMock('../compiler/page-compiler.ts', () => ({ pageCompiler: () => ({ compile }) }));
  return createPlaygroundStore({
    scenario,
    labFile: 'lab/x.json',
    keep: scenario,
    workload: shortWorkload,
    locked,
  });
}

/** The file at an address: of a program, of the fixed one's code, or of the scenario. */
async function served(address: string): Promise<unknown> {
  const [, kind, name = ''] = /lab\/(program|compiled)\.(.*)\.json$/.exec(address) ?? [];
  if (kind === undefined) return server.file;
  const source = await readProgram(scenario, name);
  const { compiled } = compiler.compile(source);
  const sealed = Buffer.from(JSON.stringify(compiled)).toString('base64');
  return kind === 'program' ? { source, html: `<pre>${source}</pre>` } : { sealed };
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
  const leaky = await leakyProgram();
  const marks = sources.map((source) => markOf(compiler.compile(source).compiled?.code ?? ''));
  return {
    scenario,
    hash: '0123456789',
    workload: shortWorkload,
    programs: { leaky, fixed: { compiled: 'lab/compiled.fixed.json', recorded: leaky.recorded } },
    wrong: {},
    others: Object.fromEntries(names.map((name) => [name, `lab/program.${name}.json`])),
    marks,
    contract: '// the contract',
  };
}

async function leakyProgram(): Promise<LabProgram> {
  const program = 'leaky';
  const source = await readProgram(scenario, program);
  const { compiled, diagnostics } = compiler.compile(source);
  if (compiled === undefined) throw new Error(`${program}.ts does not compile.`);
  const failure = { kind: 'runtime', what: { type: 'no class' } } as const;
  const known = { scenario, program, workload: shortWorkload, diagnostics, failure, sites: [] };
  return { source, compiled, diagnostics, recorded: emptyResult(known) };
}
