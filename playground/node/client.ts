/** A client whose workers are Node's threads. */

import { Worker } from 'node:worker_threads';
import { createClient, type Client, type WorkerPort } from '../worker/client.ts';
import { textOf } from '../worker/loading.ts';
import { readAssets } from './assets.ts';
import type { FromWorker } from '../protocol.ts';

/** Starts workers under Node; dispose of it, or the process stays alive. */
export function createNodeClient(): Client {
  return createClient(spawnNodeWorker, readAssets);
}

/** A thread that runs `worker.ts`. */
export function spawnNodeWorker(): WorkerPort {
  const worker = new Worker(new URL('worker.ts', import.meta.url), { execArgv: ['--no-warnings'] });
  return {
    post: (message) => {
      worker.postMessage(message);
    },
    listen: (onMessage, onDeath) => {
      worker.on('message', (message: FromWorker) => {
        onMessage(message);
      });
      worker.on('error', (error) => {
        onDeath({ type: 'error', text: textOf(error) });
      });
      worker.on('exit', (code) => {
        onDeath({ type: 'exit', code });
      });
    },
    terminate: () => {
      void worker.terminate();
    },
  };
}
