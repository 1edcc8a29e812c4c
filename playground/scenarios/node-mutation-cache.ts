/** Keeps what became of mutants between test runs, by a hash of program, machine, scenario and workload. */

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { playgroundFile } from '../node-files.ts';
import type { Fate } from './node-mutant-trial.ts';

const root = dirname(playgroundFile('protocol.ts'));
const cache = join(root, '../node_modules/.cache/leak-lab');

/** Programs have a place in the key of their own; tests decide nothing. */
const decidesNothing = /\.test\.ts$|(?:^|\/)(?:leaky|fixed|wrong)[^/]*\.ts$/;

async function hashMachine(): Promise<string> {
  const files = await readdir(root, { recursive: true });
  const hash = createHash('sha256');
  for (const file of files.filter((each) => each.endsWith('.ts') && !decidesNothing.test(each)).sort())
    hash.update(file).update(await readFile(join(root, file)));
  return hash.digest('hex');
}

const machine = hashMachine();

async function pathOf(scenario: string, key: string): Promise<string> {
  const hash = createHash('sha256')
    .update(await machine)
    .update(scenario)
    .update(key);
  return join(cache, `${hash.digest('hex')}.json`);
}

/** What became of the mutant of that key when it was last tried; undefined where nobody knows. */
export async function readCached(scenario: string, key: string): Promise<Fate | undefined> {
  try {
    return JSON.parse(await readFile(await pathOf(scenario, key), 'utf8')) as Fate;
  } catch {
    return undefined;
  }
}

export async function writeCached(scenario: string, key: string, fate: Fate): Promise<void> {
  await mkdir(cache, { recursive: true });
  await writeFile(await pathOf(scenario, key), JSON.stringify(fate));
}
