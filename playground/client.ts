/** The owner's side of the workers: starts them, watches them, ends them, and always has a fresh one at hand. */

import type { Failure, FromWorker, GuestModules, MachineAssets, RunRequest, ToWorker } from './protocol.ts';

/** Milliseconds that a worker has to answer a stop before it is terminated. */
const stopPatienceMs = 120;
/** Milliseconds of silence after which a program counts as hanging; a living one reports every 100 ms. */
const silenceMs = 3000;

/** A worker as its owner sees it; made by the environment, a browser's or Node's. */
export interface WorkerPort {
  post(message: ToWorker): void;
  /** `onDeath` is called when the worker ends by itself, with what is known of why. */
  listen(onMessage: (message: FromWorker) => void, onDeath: (reason: string) => void): void;
  terminate(): void;
}

/** What a run tells its owner; the last event is `finished`, `stopped` or `lost`. */
export type RunEvent =
  | Exclude<FromWorker, { type: 'ready' | 'alive' }>
  /** The worker died or hung; what was streamed before remains good. */
  | { readonly type: 'lost'; readonly run: number; readonly failure: Failure };

export interface Run {
  /** Ends the run within 200 ms, whatever the program does; `stopped` follows. */
  stop(): void;
}

export interface Client {
  /** Starts a worker and prepares it, so that the next run begins at once. */
  warm(): Promise<void>;
  /** Runs one program; a run that is still going on is stopped first. */
  run(request: RunRequest, onEvent: (event: RunEvent) => void): Run;
  /** Ends all workers. */
  dispose(): void;
}

/** A worker with its readiness and its present listener. */
class Hand {
  readonly ready: Promise<void>;
  onMessage: (message: FromWorker) => void = () => undefined;
  onDeath: (reason: string) => void = () => undefined;
  #hasPlatform = false;
  readonly #port: WorkerPort;

  constructor(port: WorkerPort, assets: Promise<MachineAssets>) {
    this.#port = port;
    this.ready = new Promise((resolve, reject) => {
      port.listen(
        (message) => {
          if (message.type === 'ready') resolve();
          else this.onMessage(message);
        },
        (reason) => {
          reject(new Error(reason));
          this.onDeath(reason);
        },
      );
      assets.then((prepared) => {
        port.post({ type: 'prepare', assets: prepared });
      }, reject);
    });
    this.ready.catch(() => undefined);
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

/**
 * `spawn` makes a worker that runs `worker.ts`; `loadAssets` is called once, and again after it failed. So is
 * `loadPlatform`, for the first program that needs it; without it the assets hold the platform as well.
 */
export function createClient(
  spawn: () => WorkerPort,
  loadAssets: () => Promise<MachineAssets>,
  loadPlatform?: () => Promise<GuestModules>,
): Client {
  let assets: Promise<MachineAssets> | undefined;
  let platform: Promise<GuestModules> | undefined;
  let spare: Hand | undefined;
  let going: { readonly stop: () => void } | undefined;
  let lastRun = 0;
  let isDisposed = false;

  const hire = (): Hand => {
    assets ??= loadAssets();
    assets.catch(() => (assets = undefined));
    return new Hand(spawn(), assets);
  };
  const platformFor = (request: RunRequest): Promise<GuestModules> | undefined => {
    if (loadPlatform === undefined || request.compiled.platform === undefined) return undefined;
    platform ??= loadPlatform();
    platform.catch(() => (platform = undefined));
    return platform;
  };
  const take = (): Hand => {
    const hand = spare ?? hire();
    spare = undefined;
    return hand;
  };

  return {
    warm: () => (spare ??= hire()).ready,
    run(request, onEvent) {
      going?.stop();
      const run = ++lastRun;
      const hand = take();
      const started = startRun(
        { hand, run, request, platform: platformFor(request) },
        onEvent,
        (isReusable) => {
          if (going === started) going = undefined;
          if (isReusable && spare === undefined && !isDisposed) spare = hand;
          else hand.terminate();
          if (!isDisposed) spare ??= hire();
        },
      );
      going = started;
      return started;
    },
    dispose() {
      isDisposed = true;
      going?.stop();
      spare?.terminate();
      spare = undefined;
    },
  };
}

interface Start {
  readonly hand: Hand;
  readonly run: number;
  readonly request: RunRequest;
  /** What the worker must have been given before; absent where the program needs none. */
  readonly platform: Promise<GuestModules> | undefined;
}

/** Plays one run on one worker. `onEnd` says whether the worker is good for another. */
function startRun(
  { hand, run, request, platform }: Start,
  onEvent: (event: RunEvent) => void,
  onEnd: (isReusable: boolean) => void,
): Run {
  let ended = false;
  let hasBegun = false;
  let isStopping = false;
  let watchdog: ReturnType<typeof setTimeout> | undefined;
  const end = (event: RunEvent, isReusable: boolean): void => {
    if (ended) return;
    ended = true;
    clearTimeout(watchdog);
    onEnd(isReusable);
    onEvent(event);
  };
  const lose = (message: string): void => {
    end({ type: 'lost', run, failure: { kind: 'unresponsive', message } }, false);
  };
  const watch = (): void => {
    clearTimeout(watchdog);
    watchdog = setTimeout(() => {
      lose(`The program has not answered for ${silenceMs / 1000} seconds, so its machine was ended.`);
    }, silenceMs);
  };
  hand.onMessage = (message) => {
    if (ended || message.type === 'ready' || message.run !== run) return;
    if (!isStopping) watch();
    if (message.type === 'finished') end(message, message.result.failure === undefined);
    else if (message.type === 'stopped') end(message, true);
    else if (message.type !== 'alive') onEvent(message);
  };
  hand.onDeath = (reason) => {
    lose(`The machine ended by itself: ${reason}`);
  };
  Promise.all([platform, hand.ready]).then(
    ([modules]) => {
      if (ended) return;
      if (modules !== undefined) hand.givePlatform(modules);
      hasBegun = true;
      watch();
      hand.post({ type: 'run', run, request });
    },
    (error: unknown) => {
      lose(`The machine could not be started: ${error instanceof Error ? error.message : String(error)}`);
    },
  );
  return {
    stop() {
      if (ended || isStopping) return;
      if (!hasBegun) {
        end({ type: 'stopped', run }, true);
        return;
      }
      isStopping = true;
      hand.post({ type: 'stop', run });
      clearTimeout(watchdog);
      watchdog = setTimeout(() => {
        end({ type: 'stopped', run }, false);
      }, stopPatienceMs);
    },
  };
}
