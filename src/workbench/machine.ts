/** The page's one machine: its worker, and the files that it needs. Nothing is fetched before it is asked for. */

import wasmAddress from 'quickjs-wasi/quickjs.wasm?url';

import type { Client, WorkerPort } from '#playground/client.ts';
import { createClient } from '#playground/client.ts';
import type { FromWorker, GuestModules, MachineAssets } from '#playground/protocol.ts';
import { siteAddress } from './lab-file.ts';

let client: Client | undefined;

/** The client that all playgrounds of a page share. */
export function machine(): Client {
  client ??= createClient(spawnWorker, loadAssets, loadPlatform);
  return client;
}

function spawnWorker(): WorkerPort {
  const worker = new Worker(new URL('../../playground/web-worker.ts', import.meta.url), { type: 'module' });
  return {
    post: (message) => worker.postMessage(message),
    listen: (onMessage, onDeath) => {
      worker.addEventListener('message', (event: MessageEvent<FromWorker>) => onMessage(event.data));
      worker.addEventListener('error', (event) => onDeath(event.message || 'The worker ended.'));
      worker.addEventListener('messageerror', () => onDeath('A message could not be read.'));
    },
    terminate: () => worker.terminate(),
  };
}

async function loadAssets(): Promise<MachineAssets> {
  const [wasm, guest] = await Promise.all([
    WebAssembly.compileStreaming(fetch(wasmAddress)),
    fetchModules('lab/guest.json'),
  ]);
  return { wasm, guest };
}

/** What only programs need that name something beyond the language. */
function loadPlatform(): Promise<GuestModules> {
  return fetchModules('lab/platform.json');
}

async function fetchModules(path: string): Promise<GuestModules> {
  const response = await fetch(siteAddress(path));
  if (!response.ok) throw new Error(`${path} could not be fetched.`);
  return (await response.json()) as GuestModules;
}

/** Gets the machine ready once the page has nothing better to do; under Save-Data not before a run is asked for. */
export function warmWhenIdle(): void {
  if (savesData()) return;
  // Safari has no requestIdleCallback.
  if ('requestIdleCallback' in globalThis) requestIdleCallback(warmNow);
  else setTimeout(warmNow, 200);
}

/** Gets the machine ready now. A failure shows when a run is asked for, not here. */
export function warmNow(): void {
  machine()
    .warm()
    .catch(() => undefined);
}

function savesData(): boolean {
  const { connection } = navigator as Navigator & { readonly connection?: { readonly saveData?: boolean } };
  return connection?.saveData === true;
}
