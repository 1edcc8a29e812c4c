/** Reads, under Node, what a machine is made of: the WebAssembly and the modules that run inside. */

import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { packageFile, playgroundFile } from './node-files.ts';
import { guestModules, platformFiles } from './vm/guest-modules.ts';
import type { MachineAssets } from './protocol.ts';

/** The modules of every machine as JavaScript, by path within `playground/`. */
export async function readGuest(): Promise<Record<string, string>> {
  return readModules(guestModules);
}

/** The modules of the platform, which a machine needs only for programs that name what they provide. */
export async function readPlatform(): Promise<Record<string, string>> {
  return readModules(platformFiles);
}

async function readModules(paths: readonly string[]): Promise<Record<string, string>> {
  const read = async (path: string): Promise<[string, string]> => {
    const source = await readFile(playgroundFile(path), 'utf8');
    return [path, compact(stripTypeScriptTypes(source, { mode: 'strip' }))];
  };
  return Object.fromEntries(await Promise.all(paths.map(read)));
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
