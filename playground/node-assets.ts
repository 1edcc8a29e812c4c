/** Reads, under Node, what a machine is made of: the WebAssembly and the modules that run inside. */

import { readFile } from 'node:fs/promises';
import { stripTypeScriptTypes } from 'node:module';
import { fileURLToPath } from 'node:url';
import { guestModules } from './vm/guest-modules.ts';
import type { MachineAssets } from './protocol.ts';

/** The guest modules as JavaScript, by path within `playground/`. */
export async function readGuest(): Promise<Record<string, string>> {
  const read = async (path: string): Promise<[string, string]> => {
    const source = await readFile(new URL(path, import.meta.url), 'utf8');
    return [path, stripTypeScriptTypes(source, { mode: 'strip' })];
  };
  return Object.fromEntries(await Promise.all(guestModules.map(read)));
}

/** Everything that a worker is prepared with. */
export async function readAssets(): Promise<MachineAssets> {
  const wasm = await readFile(fileURLToPath(import.meta.resolve('quickjs-wasi/quickjs.wasm')));
  const [compiled, guest] = await Promise.all([WebAssembly.compile(wasm), readGuest()]);
  return { wasm: compiled, guest };
}
