/** The client of the command line: like any under Node, but nothing of Node's own appears on the terminal. */

import { once } from 'node:events';
import { Worker } from 'node:worker_threads';
import { createClient, type Client } from '../worker/client.ts';
import { spawnNodeWorker } from './client.ts';
import type { MachineAssets } from '../protocol.ts';

/** Dispose of it, or the process stays alive. */
export function createQuietClient(): Client {
  return createClient(spawnNodeWorker, readAssetsInThread);
}

async function readAssetsInThread(): Promise<MachineAssets> {
  const worker = new Worker(new URL('assets-worker.ts', import.meta.url), {
    // The one warning is that `stripTypeScriptTypes` is experimental; a flag for the process would need a wrapper.
    execArgv: ['--disable-warning=ExperimentalWarning'],
  });
  const [assets] = (await once(worker, 'message')) as [MachineAssets];
  return assets;
}
