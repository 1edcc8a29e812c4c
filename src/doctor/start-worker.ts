/** Starts the machine's worker without a machine: it answers as soon as its script runs. */

import type { FromWorker, ToWorker } from '#playground/protocol.ts';

/** Nothing once it has answered; what the browser says, which may be empty, where it does not start. */
export function startWorker(address: string): Promise<string | undefined> {
  return new Promise((resolve) => {
    let worker: Worker;
    try {
      worker = new Worker(address, { type: 'module', name: 'doctor' });
    } catch (error) {
      resolve(String(error));
      return;
    }
    const end = (message: string | undefined): void => {
      worker.terminate();
      resolve(message);
    };
    worker.addEventListener('message', ({ data }: MessageEvent<FromWorker>) => {
      if (data.type === 'ready') end(undefined);
    });
    // Where a policy forbids it, the event says nothing.
    worker.addEventListener('error', (event) => end('message' in event ? event.message : ''));
    // It is ended before it could use what it is given; WebAssembly has a check of its own.
    const wasm = {} as WebAssembly.Module;
    worker.postMessage({ type: 'prepare', assets: { wasm, guest: {} } } satisfies ToWorker);
  });
}
