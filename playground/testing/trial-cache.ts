/** Keeps what came of trying a program between test runs, by a hash of the program, the machine and the workload. */

import { createHash } from 'node:crypto';
import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { playgroundFile } from '../node/files.ts';

const root = dirname(playgroundFile('protocol.ts'));
const cache = join(root, '../node_modules/.cache/leak-lab');

/** Programs have a place in the key of their own. Tests, and what they alone read, decide nothing. */
const decidesNothing =
  /\.test\.ts$|^scenarios\/(?:[^/]+\/(?:leaky|fixed|wrong)[^/]*|mutation-unnoticed|node-shares)\.ts$/;

/** All that decides a result but the programs: our code with each scenario's workload and checks, the packages, and Node. */
async function hashMachine(): Promise<string> {
  const files = (await readdir(root, { recursive: true })).map((file) => file.replaceAll('\\', '/'));
  const deciding = files.filter((file) => file.endsWith('.ts') && !decidesNothing.test(file)).sort();
  const hash = createHash('sha256').update(process.version);
  for (const file of [...deciding, '../package-lock.json']) {
    hash.update(file).update(await readFile(join(root, file)));
  }
  return hash.digest('hex');
}

const machine = hashMachine();

/** What `make` gave for that key with this machine, as JSON keeps it; made only where nobody knows. */
export async function remember<T>(key: readonly string[], make: () => Promise<T>): Promise<T> {
  const hash = createHash('sha256').update(JSON.stringify([await machine, ...key]));
  const path = join(cache, `${hash.digest('hex')}.json`);
  try {
    return JSON.parse(await readFile(path, 'utf8')) as T;
  } catch {
    const made = await make();
    await mkdir(cache, { recursive: true });
    await writeFile(path, JSON.stringify(made));
    return made;
  }
}
