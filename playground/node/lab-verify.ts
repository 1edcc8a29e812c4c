/** Verifies learners' records on the command line: reads them, runs their programs again, and reports. */

import { readdir, readFile, stat } from 'node:fs/promises';
import { basename, join } from 'node:path';
import { availableParallelism } from 'node:os';

import { createWatchedCompiler } from '../compiler/watched-compiler.ts';
import { type LearnerRecord, mostBytes, readRecord } from '../learner-record/learner-record.ts';
import { programShape } from '../learner-record/program-shape.ts';
import {
  holds,
  type VerifiedChallenge,
  type Version,
  verifyRecords,
} from '../learner-record/verification.ts';
import type { Client } from '../worker/client.ts';
import { passesChallenge } from '../scenarios/costs.ts';
import { findScenario, scenarioIds } from '../scenarios/scenarios.ts';
import { en } from '../words/en/en.ts';
import { challengeStatusWords, noMachineWords, recordFaultWords } from '../words/en/records.ts';
import { plainText } from '../words/plain-text.ts';
import { startThread } from './compilation.ts';
import { type Compiler, createCompiler } from './compiler.ts';
import { playToResult } from './lab-run.ts';
import { machineHash, scenarioHash } from './machine-hash.ts';
import { programNames, readProgram } from './programs.ts';
import { createQuietClient } from './quiet-client.ts';

/** A file that is meant to be a record. */
export interface RecordFile {
  /** As it was typed, or found in a folder that was typed. */
  readonly place: string;
  readonly path: string;
}

/** What a file holds. */
export interface VerifiedFile {
  readonly file: string;
  /** The name in the record; where there is none, that of the file. */
  readonly person: string;
  readonly challenges: readonly VerifiedChallenge[];
  /** Why it is no record, as a sentence. */
  readonly fault?: string;
}

/** Wall-clock milliseconds for each half of a compilation. */
const compileMs = 8_000;

/** The files that were named: of a folder, those whose names end in `.json`. */
export async function recordFiles(named: readonly RecordFile[]): Promise<readonly RecordFile[]> {
  const found = named.map(async ({ place, path }) => {
    const names = await readdir(path).catch(() => undefined);
    if (names === undefined) return [{ place, path }];
    return names
      .filter((name) => name.endsWith('.json'))
      .sort()
      .map((name) => ({ place: join(place, name), path: join(path, name) }));
  });
  return (await Promise.all(found)).flat();
}

/** The machine could not start, which says nothing of any program. The message is a sentence. */
export class MachineError extends Error {}

/**
 * Reads and verifies the files. `onProgress` hears how many programs are judged. `hire` makes a client of the machine.
 * Throws a `MachineError` where the machine cannot start.
 */
export async function verifyFiles(
  files: readonly RecordFile[],
  onProgress: (done: number, all: number) => void,
  hire: () => Client = createQuietClient,
): Promise<readonly VerifiedFile[]> {
  const read = await Promise.all(files.map(async (file) => ({ file, ...(await readFileAsRecord(file)) })));
  const records = read.flatMap(({ record }) => record ?? []);
  const verified = [...(await verify(records, onProgress, hire))];
  return read.map(({ file: { place }, record, fault }) => ({
    file: place,
    person: plainText(record?.name?.trim() || basename(place, '.json')),
    challenges: record === undefined ? [] : (verified.shift() ?? []),
    ...(fault === undefined ? {} : { fault: recordFaultWords(place, fault) }),
  }));
}

async function readFileAsRecord({ path }: RecordFile): Promise<ReturnType<typeof readRecord>> {
  try {
    const { size } = await stat(path);
    if (size > mostBytes.record) return { fault: { type: 'too large', most: mostBytes.record } };
    return readRecord(await readFile(path, 'utf8'));
  } catch {
    return { fault: { type: 'unreadable' } };
  }
}

async function verify(
  records: readonly LearnerRecord[],
  onProgress: (done: number, all: number) => void,
  hire: () => Client,
): Promise<readonly (readonly VerifiedChallenge[])[]> {
  const clients = Array.from({ length: Math.min(2, availableParallelism()) }, hire);
  const compiler = createWatchedCompiler({
    start: () => startThread(1_024),
    limitMs: () => compileMs,
    replaces: true,
  });
  const endless = new Promise<never>(() => undefined);
  const { signal } = new AbortController();
  const lanes = clients.map((client: Client) => async (request: Parameters<Client['run']>[0]) => {
    const result = await playToResult({ client, request, signal, onProgress: () => undefined });
    if (result.failure?.kind === 'unreachable')
      throw new MachineError(noMachineWords(en.failureWords(result.failure)));
    return result;
  });
  try {
    const machine = {
      compile: (program: string) => compiler.compile(program, endless),
      shape: (code: string) => Promise.resolve(programShape(code)),
      lanes,
    };
    return (await verifyRecords(records, { version: await versionOfToday(), machine, onProgress })) ?? [];
  } finally {
    compiler.end();
    for (const client of clients) client.dispose();
  }
}

/** What the sources beside this file are: the version that records are verified against. */
export async function versionOfToday(): Promise<Version> {
  const hashes = await Promise.all(scenarioIds.map(async (id) => [id, await scenarioHash(id)] as const));
  const shapes = new Map<string, Promise<ReadonlySet<string>>>();
  const compiler = createCompiler();
  return {
    machineHash: await machineHash(),
    scenarioHashes: new Map(hashes),
    solutions: (scenario) => {
      const known = shapes.get(scenario) ?? solutionShapes(scenario, compiler);
      shapes.set(scenario, known);
      return known;
    },
    passes: async (id, result) => {
      const scenario = await findScenario(id);
      return scenario !== undefined && passesChallenge(scenario, result);
    },
  };
}

/** The shapes of all programs that fix a scenario. */
async function solutionShapes(scenario: string, compiler: Compiler): Promise<ReadonlySet<string>> {
  const right = (await programNames(scenario)).filter((name) => name.startsWith('fixed'));
  const compiled = right.map(async (name) => compiler.compile(await readProgram(scenario, name)).compiled);
  return new Set((await Promise.all(compiled)).flatMap((program) => programShape(program?.code ?? '')));
}

/** Whether a file is a record of which all holds. */
export function isRight({ fault, challenges }: VerifiedFile): boolean {
  return fault === undefined && challenges.every(holds);
}

/** One line of JSON: for each file its challenges; `reason` says what the first check found that fails. */
export function verifiedJson(files: readonly VerifiedFile[]): string {
  return JSON.stringify(
    files.map(({ challenges, ...file }) => ({
      ...file,
      challenges: challenges.map((challenge) => {
        const { scenario, status, passesNow, pass } = challenge;
        return { scenario, status, passesNow, passedAt: passedAt(pass?.at), reason: reasonOf(challenge) };
      }),
    })),
  );
}

function passedAt(at: number | undefined): string | undefined {
  const time = new Date(at ?? Number.NaN);
  return Number.isNaN(time.getTime()) ? undefined : time.toISOString();
}

/** For a terminal: each person with what became of each challenge. */
export function verifiedReport(files: readonly VerifiedFile[]): string {
  const width = Math.max(...scenarioIds.map(({ length }) => length));
  const blocks = files
    .filter(({ fault }) => fault === undefined)
    .map(({ file, person, challenges }) => {
      const lines = challenges.flatMap((challenge) => {
        const { scenario, status, passesNow } = challenge;
        const reason = reasonOf(challenge);
        const told = `  ${scenario.padEnd(width)}  ${challengeStatusWords(status, passesNow)}`;
        return reason === undefined ? told : [told, `  ${' '.repeat(width)}  ${reason}`];
      });
      return [`${person} (${plainText(file)})`, ...lines].join('\n');
    });
  return blocks.join('\n\n');
}

/** Why a program does not pass, as a sentence. */
function reasonOf({ passesNow, result }: VerifiedChallenge): string | undefined {
  if (passesNow !== false || result === undefined) return undefined;
  if (result.failure !== undefined) return plainText(en.failureWords(result.failure));
  const failed = result.checks.find(({ passed }) => !passed);
  return failed === undefined ? undefined : plainText(en.checkWords(failed.message));
}
