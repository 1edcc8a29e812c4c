/** One worker as its owner sees it: what it needs before it can play, whether it can, and whom it talks to. */

import type { WorkerDeath } from './failure-detail.ts';
import { LoadingError, textOf } from './loading.ts';
import type { LoadingFault } from '../record.ts';
import type { FromWorker, GuestModules, MachineAssets, ToWorker } from '../protocol.ts';

type OnDeath = (death: WorkerDeath, fault?: LoadingFault) => void;

/** A worker as its owner sees it; made by the environment, a browser's or Node's. */
export interface WorkerPort {
  post(message: ToWorker): void;
  /** `onDeath` is called when the worker ends by itself, or cannot begin, with what is known of why. */
  listen(onMessage: (message: FromWorker) => void, onDeath: OnDeath): void;
  terminate(): void;
}

/** A worker with its readiness and its present listener. */
export class WorkerHandle {
  readonly ready: Promise<void>;
  state: 'preparing' | 'ready' | 'failed' = 'preparing';
  onMessage: (message: FromWorker) => void = () => undefined;
  /** Called when it dies after it was ready; before, `ready` rejects. */
  onDeath: (death: WorkerDeath) => void = () => undefined;
  #hasPlatform = false;
  readonly #port: WorkerPort;

  constructor(port: WorkerPort, assets: Promise<MachineAssets>) {
    this.#port = port;
    this.ready = new Promise((resolve, reject) => {
      port.listen(
        (message) => {
          if (message.type === 'ready') resolve();
          else if (message.type === 'broken') this.state = 'failed';
          this.onMessage(message);
        },
        (death, fault = 'worker') => {
          const wasReady = this.state === 'ready';
          this.state = 'failed';
          if (wasReady) this.onDeath(death);
          else reject(new LoadingError(fault, death));
        },
      );
      assets.then((prepared) => {
        port.post({ type: 'prepare', assets: prepared });
      }, reject);
    });
    this.ready.then(
      () => (this.state = 'ready'),
      () => (this.state = 'failed'),
    );
  }

  post(message: ToWorker): void {
    this.#port.post(message);
  }

  /** Hands over the modules of the platform, once. */
  givePlatform(modules: GuestModules): void {
    if (!this.#hasPlatform) this.post({ type: 'platform', modules });
    this.#hasPlatform = true;
  }

  terminate(): void {
    this.onMessage = () => undefined;
    this.onDeath = () => undefined;
    this.#port.terminate();
  }
}

/** What stands for a worker that could not even be made; it is dead from the beginning. */
export function stillborn(error: unknown): WorkerPort {
  return {
    post: () => undefined,
    listen: (_, onDeath) => {
      onDeath({ type: 'error', text: textOf(error) });
    },
    terminate: () => undefined,
  };
}
