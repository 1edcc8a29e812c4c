/** The command line: runs a scenario's program or a file of the reader's, without a browser, and prints a report or JSON. */

import { readFile } from 'node:fs/promises';
import { basename } from 'node:path';
import { parseArgs } from 'node:util';
import { createCompiler } from './compiler/node-compiler.ts';
import { createNodeClient } from './node-client.ts';
import { printable } from './cli-report.ts';
import { emptyResult } from './empty-result.ts';
import type { RunRequest, RunResult, Workload } from './protocol.ts';
import { programNames, readProgram } from './scenarios/node-programs.ts';
import type { Scenario } from './scenarios/scenario.ts';
import { findScenario, scenarioIds } from './scenarios/scenarios.ts';
import { workloadFault } from './workload.ts';

const usage = `usage: npm run -s lab -- <scenario> [--program leaky|fixed|fixed-…|wrong-…|FILE.ts] [--transactions N] [--seed N]
         [--failure-rate P] [--concurrency N] [--memory-limit MB] [--samples N] [--json]
       npm run -s lab -- --list [--json]`;

/** Something on the command line that cannot be followed. */
class UsageError extends Error {}

const exitRan = 0;
const exitProgramFailed = 1;
const exitUsage = 2;

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  if (!(error instanceof UsageError)) throw error;
  console.error(`${error.message}\n${usage}`);
  process.exitCode = exitUsage;
}

async function main(args: readonly string[]): Promise<number> {
  const { values, positionals } = parse(args);
  if (values.list === true) {
    await list(values.json === true);
    return exitRan;
  }
  const [id, ...others] = positionals;
  if (id === undefined || others.length > 0) throw new UsageError('Name one scenario.');
  const scenario = await findScenario(id);
  if (scenario === undefined) {
    throw new UsageError(`There is no scenario '${id}'; there are: ${scenarioIds.join(', ')}.`);
  }
  const workload = readWorkload(scenario, values);
  const result = await run(scenario, values.program ?? 'leaky', workload);
  console.log(values.json === true ? JSON.stringify(result) : printable(result));
  return result.failure === undefined ? exitRan : exitProgramFailed;
}

function parse(args: readonly string[]) {
  try {
    return parseArgs({
      args: [...args],
      allowPositionals: true,
      options: {
        program: { type: 'string' },
        transactions: { type: 'string' },
        seed: { type: 'string' },
        'failure-rate': { type: 'string' },
        concurrency: { type: 'string' },
        'memory-limit': { type: 'string' },
        samples: { type: 'string' },
        json: { type: 'boolean' },
        list: { type: 'boolean' },
      },
    });
  } catch (error) {
    throw new UsageError(error instanceof Error ? error.message : String(error));
  }
}

async function list(json: boolean): Promise<void> {
  const rows = await Promise.all(scenarioIds.map(async (id) => ({ id, programs: await programNames(id) })));
  console.log(
    json ? JSON.stringify(rows) : rows.map(({ id, programs }) => `${id}: ${programs.join(', ')}`).join('\n'),
  );
}

function readWorkload(scenario: Scenario, values: ReturnType<typeof parse>['values']): Workload {
  const number = (text: string | undefined, otherwise: number): number =>
    text === undefined ? otherwise : text.trim() === '' ? NaN : Number(text);
  const { workload } = scenario;
  const asked: Workload = {
    ...workload,
    transactions: number(values.transactions, workload.transactions),
    seed: number(values.seed, workload.seed),
    failureRate: number(values['failure-rate'], workload.failureRate),
    concurrency: number(values.concurrency, workload.concurrency),
    memoryLimit: Math.round(number(values['memory-limit'], workload.memoryLimit / 2 ** 20) * 2 ** 20),
    samples: number(values.samples, workload.samples),
  };
  const fault = workloadFault(asked);
  if (fault !== undefined) throw new UsageError(fault.message);
  return asked;
}

/** Reads the program that `name` stands for: one of the scenario's, or a file's path. */
async function readSource(scenario: Scenario, name: string): Promise<string> {
  const names = await programNames(scenario.id);
  if (names.includes(name)) return readProgram(scenario.id, name);
  try {
    return await readFile(name, 'utf8');
  } catch {
    throw new UsageError(
      `'${name}' is neither a program of ${scenario.id} (${names.join(', ')}) nor a file that can be read.`,
    );
  }
}

async function run(scenario: Scenario, name: string, workload: Workload): Promise<RunResult> {
  const source = await readSource(scenario, name);
  const program = name.endsWith('.ts') ? basename(name) : name;
  const { compiled, diagnostics } = createCompiler().compile(source, program);
  if (compiled === undefined) {
    const [first] = diagnostics;
    const failure = {
      kind: 'compile' as const,
      message: first?.message ?? 'The program cannot be compiled.',
      ...(first === undefined ? {} : { line: first.line }),
    };
    return emptyResult({ scenario: scenario.id, program, workload, diagnostics, failure, sites: [] });
  }
  return play({ scenario: scenario.id, program, compiled, diagnostics, workload, checks: true });
}

/** Runs in a worker, so that a program that hangs can be ended; what it streamed until then is kept. */
function play(request: RunRequest): Promise<RunResult> {
  const client = createNodeClient();
  return new Promise<RunResult>((resolve) => {
    const samples: RunResult['samples'][number][] = [];
    client.run(request, (event) => {
      if (event.type === 'samples') samples.push(...event.samples);
      if (event.type === 'finished') resolve(event.result);
      if (event.type === 'lost') {
        const { failure } = event;
        resolve({ ...emptyResult({ ...request, failure, sites: request.compiled.sites }), samples });
      }
    });
  }).finally(() => {
    client.dispose();
  });
}
