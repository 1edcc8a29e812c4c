/** The page's one machine: its worker, and the files that it needs. Nothing is fetched before it is asked for. */

import wasmAddress from 'quickjs-wasi/quickjs.wasm?url';
import workerAddress from '#playground/worker/web-worker.ts?worker&url';

import { type Client, createClient, type WorkerPort } from '#playground/worker/client.ts';
import { LoadingError } from '#playground/worker/loading.ts';
import type { FromWorker, GuestModules, MachineAssets } from '#playground/protocol.ts';
import { fetchFile, fetchJson, scriptFault, unusable } from './fetch-file.ts';
import { siteAddress } from './scenario-bundle.ts';

let client: Client | undefined;

/** Addresses of the files without which nothing runs. */
export function machineAddresses(): { readonly wasm: string; readonly worker: string } {
  return { wasm: wasmAddress, worker: workerAddress };
}

/** The client that all playgrounds of a page share. */
export function machine(): Client {
  client ??= newMachine();
  return client;
}

/** A client of one's own, for whoever runs several programs at once. */
export function newMachine(): Client {
  return createClient(spawnWorker, loadAssets, loadPlatform);
}

function spawnWorker(): WorkerPort {
  const worker = new Worker(workerAddress, { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onDeath) => {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => onMessage(event.data));
      worker.addEventListener('error', ({ message }) => {
        // A script that could not be fetched has no message.
        if (message) onDeath({ type: 'error', text: message });
        else void scriptFault(workerAddress).then((fault) => onDeath({ type: 'not started' }, fault));
      });
      worker.addEventListener('messageerror', () => onDeath({ type: 'unreadable message' }));
    },
    terminate: () => worker.terminate(),
  };
}

async function loadAssets(): Promise<MachineAssets> {
  if (!runsWebAssembly()) throw new LoadingError('engine', { type: 'no WebAssembly' });
  const [wasm, guest] = await Promise.all([
    compileFile(wasmAddress),
    fetchModules(import.meta.env.GUEST_FILE),
  ]);
  return { wasm, guest };
}

/** Whether the least of all modules compiles: not where WebAssembly is switched off, nor where a policy forbids it. */
function runsWebAssembly(): boolean {
  try {
    return new WebAssembly.Module(Uint8Array.of(0, 97, 115, 109, 1, 0, 0, 0)) instanceof WebAssembly.Module;
  } catch {
    return false;
  }
}

/** Compiles while the file arrives where the server names its type, and once it is here where it names another. */
async function compileFile(address: string): Promise<WebAssembly.Module> {
  const response = await fetchFile(address);
  const isNamed =
    response.headers.get('content-type') === 'application/wasm' && 'compileStreaming' in WebAssembly;
  try {
    if (isNamed) return await WebAssembly.compileStreaming(response);
    return await WebAssembly.compile(await response.arrayBuffer());
  } catch (error) {
    // All but a broken file fails as a fetch does.
    if (error instanceof WebAssembly.CompileError) throw unusable(address, 'answer');
    throw new LoadingError('connection', { type: 'error', text: String(error) });
  }
}

/** What only programs need that name something beyond the language. */
function loadPlatform(): Promise<GuestModules> {
  return fetchModules(import.meta.env.PLATFORM_FILE);
}

function fetchModules(path: string): Promise<GuestModules> {
  return fetchJson(siteAddress(path), (value): value is GuestModules => {
    const sources = Object.values(value as GuestModules);
    return sources.length > 0 && sources.every((source) => typeof source === 'string');
  });
}
