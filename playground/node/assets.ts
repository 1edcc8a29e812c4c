/** Reads, under Node, what a machine is made of: the WebAssembly and the modules that run inside. */

import { readdir, readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import path from 'node:path';
import { packageFile, playgroundFile } from './files.ts';
import type { MachineAssets } from '../protocol.ts';

/** The modules of every machine as JavaScript, by path within `playground/`. */
export async function readGuest(): Promise<Record<string, string>> {
  return readModules('guest', 'main.ts');
}

/** The modules of the platform, which a machine needs only for programs that name what they provide. */
export async function readPlatform(): Promise<Record<string, string>> {
  return readModules('guest/platform', 'events.ts');
}

/** All modules of a folder, of which `one` is known. */
async function readModules(folder: string, one: string): Promise<Record<string, string>> {
  const place = path.dirname(playgroundFile(`${folder}/${one}`));
  const names = (await readdir(place)).filter((name) => name.endsWith('.ts') && !name.endsWith('.d.ts'));
  const read = async (name: string): Promise<[string, string]> => {
    const source = await readFile(path.join(place, name), 'utf8');
    return [`${folder}/${name}`, compact(stripTypeScriptTypes(source, { mode: 'strip' }))];
  };
  return Object.fromEntries(await Promise.all(names.sort().map(read)));
}

/**
 * Without comments that fill whole lines, and without the blanks that stand where types were: those are for readers of the
 * source, and a browser need not fetch them. A line with a text in it keeps its blanks; no text goes over a line's end.
 */
function compact(source: string): string {
  return source
    .replace(/^ *(?:\/\*\*|\*|\/\/).*\n/gm, '')
    .replace(/^[^'"`\n]*$/gm, (line) => line.replace(/ {2,}/g, ' '))
    .replace(/ *\n[ \n]*/g, '\n');
}

/** Everything that a worker is prepared with. */
export async function readAssets(): Promise<MachineAssets> {
  const wasm = await readFile(packageFile('quickjs-wasi/quickjs.wasm'));
  const [compiled, guest, platform] = await Promise.all([
    WebAssembly.compile(wasm),
    readGuest(),
    readPlatform(),
  ]);
  return { wasm: compiled, guest: { ...guest, ...platform } };
}
