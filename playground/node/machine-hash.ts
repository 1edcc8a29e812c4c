/** What identifies the machine of a build, and a scenario of it: hashes of all that has a part in what is said of a program. */

import { createHash } from 'node:crypto';
import { readdir, readFile } from 'node:fs/promises';
import { dirname, join } from 'node:path';

import { contentHash } from './content-hash.ts';
import { packageFile, playgroundFile } from './files.ts';

/** Sources that compile, run and judge, under every host alike: not those of one host, nor tests, programs and texts. */
const judging =
  /^(?:[\w-]+|(?:analysis|compiler|guest|host|judgement)\/.+|scenarios\/(?:[\w-]+|[\w-]+\/(?:scenario|checks)))\.ts$/;

/** Paths within `playground/` of the sources of which a machine is made, in order. */
export async function machineSources(): Promise<readonly string[]> {
  const files = await readdir(root(), { recursive: true });
  return files
    .map((file) => file.replaceAll('\\', '/'))
    .filter((file) => judging.test(file) && !file.endsWith('.test.ts'))
    .sort();
}

/** The machine's hash: of its sources, of QuickJS, and of TypeScript by its package. */
export async function machineHash(): Promise<string> {
  const wasm = createHash('sha256').update(await readFile(packageFile('quickjs-wasi/quickjs.wasm')));
  const typescript = await readFile(packageFile('typescript-program/package.json'), 'utf8');
  const sources = await Promise.all(
    (await machineSources()).map(async (file) => [file, await readFile(join(root(), file), 'utf8')]),
  );
  return contentHash(JSON.stringify([wasm.digest('hex'), typescript, sources]));
}

/** A scenario's hash: of what its readers start from, and of what is asked of their programs. */
export async function scenarioHash(id: string): Promise<string> {
  const files = ['scenario.ts', 'checks.ts', 'leaky.ts'];
  const folder = dirname(playgroundFile(`scenarios/${id}/scenario.ts`));
  return contentHash(
    JSON.stringify(await Promise.all(files.map((file) => readFile(join(folder, file), 'utf8')))),
  );
}

const root = (): string => dirname(playgroundFile('protocol.ts'));
