/** The command line: runs a scenario's program or a file of the reader's, without a browser, and prints a report or JSON. */

import { count } from '../words/en/wording.ts';
import { readFile } from 'node:fs/promises';
import { basename, resolve } from 'node:path';
import { HeapError, heapLines, inspectHeap, type HeapAsked, type HeapFound } from './lab-heap.ts';
import { labJson } from './lab-json.ts';
import { printable, type LabResult } from './report.ts';
import type { Client } from '../worker/client.ts';
import { emptyResult } from './empty-result.ts';
import { readCommand, usage, UsageError, type RunCommand, type VerifyCommand } from './arguments.ts';
import { compileInThread } from './compilation.ts';
import {
  isRight,
  MachineError,
  recordFiles,
  verifiedJson,
  verifiedReport,
  verifyFiles,
} from './lab-verify.ts';
import { playToResult, type Ending, type Whereabouts } from './lab-run.ts';
import { createProgress } from './progress.ts';
import { createQuietClient } from './quiet-client.ts';
import { plainText } from '../words/plain-text.ts';
import type { ClassSite, Diagnostic, Failure, RunResult } from '../record.ts';
import { programNames, readProgram } from './programs.ts';
import { scenarioIds } from '../scenarios/scenarios.ts';
import { fixWords } from '../scenarios/fix-words.ts';
import { textsOf } from '../scenarios/texts.ts';

const exit = { ran: 0, failed: 1, usage: 2, noMachine: 3, interrupted: 130 };

/** The most wall-clock milliseconds that the check of types may take. */
const mostCompileMs = 8_000;

const progress = createProgress(process.stderr);

try {
  process.exitCode = await main(process.argv.slice(2));
} catch (error) {
  const isUsage = error instanceof UsageError || error instanceof HeapError;
  if (!isUsage && !(error instanceof MachineError)) throw error;
  progress.clear();
  console.error(isUsage ? `${plainText(error.message)}\n${usage}` : plainText(error.message));
  process.exitCode = isUsage ? exit.usage : exit.noMachine;
}

async function main(args: readonly string[]): Promise<number> {
  const command = await readCommand(args);
  if (command.type === 'list') {
    await list(command.json);
    return exit.ran;
  }
  if (command.type === 'verify') return verify(command);
  const source = await readSource(command);
  const played = await run(command, source, endingOf(command));
  progress.clear();
  if (played === undefined) {
    console.error('Interrupted before the program was compiled.');
    return exit.interrupted;
  }
  const { result, heap } = played;
  const { program, scenario, allowances } = command;
  const fix = fixWords(await textsOf(scenario.id), result.recognised);
  const report = { asked: program, own: scenario.workload, allowances, fix };
  const heapReport =
    heap === undefined || !command.heap?.paths ? [] : heapLines(heap, result.verdict, result.workload.seed);
  console.log(
    command.json ? labJson(result, fix, heap) : [printable(result, report), ...heapReport].join('\n\n'),
  );
  return exitCode(command, result);
}

/** What a script goes by: a run that ended is a success, whatever it showed, unless the command fails on a leak. */
function exitCode({ failOnLeak, checks }: RunCommand, result: LabResult): number {
  if (result.interrupted === true) return exit.interrupted;
  if (result.failure !== undefined) return exit.failed;
  const isRight = result.verdict.leakFree && (!checks || result.checks.every(({ passed }) => passed));
  return failOnLeak && !isRight ? exit.failed : exit.ran;
}

/** Says of each record what it holds; it fails where one does not hold, or is no record. */
async function verify({ places, json }: VerifyCommand): Promise<number> {
  const verified = await verifyFiles(
    await recordFiles(places.map((place) => ({ place, path: resolve(whereTyped(), place) }))),
    (done, all) => {
      progress.show(`verified ${count(done)} of ${count(all)} programs`);
    },
  );
  progress.clear();
  for (const { fault } of verified) if (fault !== undefined) console.error(plainText(fault));
  console.log(json ? verifiedJson(verified) : verifiedReport(verified));
  return verified.every(isRight) ? exit.ran : exit.failed;
}

async function list(json: boolean): Promise<void> {
  const rows = await Promise.all(scenarioIds.map(async (id) => ({ id, programs: await programNames(id) })));
  console.log(
    json ? JSON.stringify(rows) : rows.map(({ id, programs }) => `${id}: ${programs.join(', ')}`).join('\n'),
  );
}

/** Reads the program that the command names: one of the scenario's, or a file's path. */
async function readSource({ scenario, program }: RunCommand): Promise<string> {
  const names = await programNames(scenario.id);
  if (names.includes(program)) return readProgram(scenario.id, program);
  try {
    return await readFile(resolve(whereTyped(), program), 'utf8');
  } catch {
    throw new UsageError(
      `'${program}' is neither a program of ${scenario.id} (${names.join(', ')}) nor a file that can be read.`,
    );
  }
}

/** The folder in which the command was typed: npm runs a script in the package's folder and tells the other. */
function whereTyped(): string {
  const { npm_lifecycle_event: script, INIT_CWD: typed } = process.env;
  return script === undefined || typed === undefined ? process.cwd() : resolve(typed);
}

/** Is aborted by Ctrl-C and, `timeoutSeconds` after the process began, by the clock. */
function endingOf({ timeoutSeconds }: RunCommand): AbortSignal {
  const ending = new AbortController();
  const end = (reason: Ending): void => {
    ending.abort(reason);
  };
  process.once('SIGINT', () => {
    end({ type: 'interrupted' });
  });
  setTimeout(() => {
    end({ type: 'timeout', seconds: timeoutSeconds });
  }, leftMs(timeoutSeconds)).unref();
  return ending.signal;
}

/** Milliseconds of the command's time that are left; its clock starts with the process. */
function leftMs(timeoutSeconds: number): number {
  return Math.max(0, timeoutSeconds * 1000 - performance.now());
}

/** What a command came to. */
interface Played {
  readonly result: LabResult;
  readonly heap?: HeapFound;
}

/** Compiles and plays; `undefined` when it was interrupted before there was anything to play. */
async function run(command: RunCommand, source: string, signal: AbortSignal): Promise<Played | undefined> {
  const client = createQuietClient();
  // The machine starts while the compiler works. What keeps it from starting is told when it is asked to run.
  client.warm().catch(() => undefined);
  try {
    return await compileAndPlay(command, source, signal, client);
  } finally {
    client.dispose();
  }
}

async function compileAndPlay(
  command: RunCommand,
  source: string,
  signal: AbortSignal,
  client: Client,
): Promise<Played | undefined> {
  const { scenario, workload, allowances, checks, timeoutSeconds } = command;
  const program = command.program.endsWith('.ts') ? basename(command.program) : command.program;
  const known = { scenario: scenario.id, program, workload };
  progress.show('compiling');
  // A command that has no time left ends in its run, with a sentence of its own.
  const limitMs = (): number => Math.max(1_000, Math.min(mostCompileMs, leftMs(timeoutSeconds)));
  const compilation = await compileInThread(source, { limitMs, signal });
  if (compilation === undefined) return undefined;
  const { compiled, diagnostics } = compilation;
  if (compiled === undefined) {
    return { result: { ...uncompiled(known, diagnostics), console: [], consoleDropped: 0 } };
  }
  warnOfStrangers(command, compiled.sites);
  const request = { ...known, compiled, diagnostics, checks, allowances };
  const onProgress = (at: Whereabouts): void => {
    progress.show(progressWords(at, workload.transactions));
  };
  const result = await playToResult({ client, request, signal, onProgress });
  const { heap: asked } = command;
  if (asked === undefined || signal.aborted || isWithoutEnd(result)) return { result };
  progress.show('heap');
  const { verdict } = result;
  return { result, heap: await inspectHeap(client, { request, verdict }, withFile(asked)) };
}

/** Whether the run was ended from outside: played again, it would hang or break again. */
function isWithoutEnd({ failure }: RunResult): boolean {
  return failure !== undefined && ['unresponsive', 'broken', 'unreachable'].includes(failure.kind);
}

/** A file is meant as it was typed. */
function withFile({ snapshot, ...asked }: HeapAsked): HeapAsked {
  return { ...asked, ...(snapshot === undefined ? {} : { snapshot: resolve(whereTyped(), snapshot) }) };
}

function uncompiled(
  known: Pick<RunResult, 'scenario' | 'program' | 'workload'>,
  diagnostics: readonly Diagnostic[],
): RunResult {
  const first = diagnostics.find(({ severity }) => severity === 'error') ?? diagnostics[0];
  const failure: Failure = {
    kind: 'compile',
    what: { type: 'not compiled', ...(first === undefined ? {} : { found: first.what }) },
    ...(first === undefined ? {} : { line: first.line }),
  };
  return emptyResult({ ...known, diagnostics, failure, sites: [] });
}

/** An allowance for a class that is not there allows nothing: most likely it is misspelt. */
function warnOfStrangers({ allowances }: RunCommand, sites: readonly ClassSite[]): void {
  const names = sites.map(({ name }) => name);
  for (const { className } of allowances) {
    if (names.includes(className)) continue;
    progress.clear();
    console.error(
      plainText(`The program has no class ${className}, so nothing is allowed. It has: ${names.join(', ')}.`),
    );
  }
}

function progressWords(at: Whereabouts, transactions: number): string {
  if (at.type === 'trial') return `checks: trial ${at.trial} of ${at.trials}`;
  return `main run: ${count(at.transactions)} of ${count(transactions)} transactions`;
}
