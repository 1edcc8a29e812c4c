/** Reads a scenario's programs from its folder, under Node. */

import { readdir, readFile } from 'node:fs/promises';
import { dirname } from 'node:path';
import { playgroundFile } from './files.ts';

const isProgram = /^(?:leaky|fixed(?:-.+)?|wrong-.+)\.ts$/;

/** Names of a scenario's programs: leaky, the fixes, then the wrong fixes, each in order of the alphabet. */
export async function programNames(scenario: string): Promise<readonly string[]> {
  const rank = (name: string): number =>
    ['leaky', 'fixed', 'wrong'].findIndex((kind) => name.startsWith(kind));
  const files = await readdir(dirname(playgroundFile(`scenarios/${scenario}/scenario.ts`)));
  return files
    .filter((file) => isProgram.test(file) && !file.endsWith('.test.ts'))
    .map((file) => file.slice(0, -'.ts'.length))
    .sort((a, b) => rank(a) - rank(b) || (a < b ? -1 : 1));
}

/** A program's source. */
export function readProgram(scenario: string, program: string): Promise<string> {
  return readFile(playgroundFile(`scenarios/${scenario}/${program}.ts`), 'utf8');
}
