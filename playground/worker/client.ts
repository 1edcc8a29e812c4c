/** The owner's side of the workers: starts them, watches them, ends them, and always has a fresh one at hand. */

import { Hand, stillborn, type WorkerPort } from './hand.ts';
import { loadingFailure } from './loading.ts';
import { waitFor } from './patience.ts';
import type { Failure, FromWorker, GuestModules, MachineAssets, RunRequest } from '../protocol.ts';

export type { WorkerPort };

/** Milliseconds that a worker has to answer a stop before it is terminated. */
const stopPatienceMs = 120;
/** Milliseconds of silence after which a program counts as hanging; a living one reports every 100 ms. */
const silenceMs = 3000;

/** What a run tells its owner; the last event is `finished`, `stopped` or `lost`. */
export type RunEvent =
  | Exclude<FromWorker, { type: 'ready' | 'alive' | 'broken' }>
  /** The machine is still on its way (`true`), or has arrived after all (`false`). */
  | { readonly type: 'loading'; readonly run: number; readonly going: boolean }
  /** The machine could not be loaded, broke, died or hung; what was streamed before remains good. */
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

  const spawned = (): WorkerPort => {
    try {
      return spawn();
    } catch (error) {
      return stillborn(error);
    }
  };
  const hire = (): Hand => {
    assets ??= loadAssets();
    assets.catch(() => (assets = undefined));
    return new Hand(spawned(), assets);
  };
  const platformFor = (request: RunRequest): Promise<GuestModules> | undefined => {
    if (loadPlatform === undefined || request.compiled.platform === undefined) return undefined;
    platform ??= loadPlatform();
    platform.catch(() => (platform = undefined));
    return platform;
  };
  /** The spare, unless it has failed: what came in its way may be gone. */
  const takeSpare = (): Hand | undefined => {
    const hand = spare;
    spare = undefined;
    if (hand?.state !== 'failed') return hand;
    hand.terminate();
    return undefined;
  };

  return {
    warm: () => (spare = takeSpare() ?? hire()).ready,
    run(request, onEvent) {
      going?.stop();
      const run = ++lastRun;
      const started = startRun(
        { run, request, spare: takeSpare(), hire, platform: () => platformFor(request) },
        onEvent,
        (hand, outcome) => {
          if (going === started) going = undefined;
          const isReusable = outcome === 'reusable' && hand.state !== 'failed';
          if (isReusable && spare === undefined && !isDisposed) spare = hand;
          else hand.terminate();
          // What could not be loaded a moment ago is tried again when it is asked for.
          if (!isDisposed && outcome !== 'unloadable') spare ??= hire();
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
  readonly run: number;
  readonly request: RunRequest;
  /** A worker that was hired before; absent where there is none. */
  readonly spare: Hand | undefined;
  readonly hire: () => Hand;
  /** What the worker must have been given before; `undefined` where the program needs none. */
  readonly platform: () => Promise<GuestModules> | undefined;
}

/** What a run leaves behind: a worker for the next one, one that is of no more use, or none since none could be loaded. */
type Outcome = 'reusable' | 'spent' | 'unloadable';

/** Plays one run on one worker. */
function startRun(
  { run, request, spare, hire, platform }: Start,
  onEvent: (event: RunEvent) => void,
  onEnd: (hand: Hand, outcome: Outcome) => void,
): Run {
  let hand = spare ?? hire();
  let ended = false;
  let hasBegun = false;
  let isStopping = false;
  let callOffWatch = (): void => undefined;
  const end = (event: RunEvent, outcome: Outcome): void => {
    if (ended) return;
    ended = true;
    callOffWatch();
    onEnd(hand, outcome);
    onEvent(event);
  };
  const lose = (failure: Failure, outcome: Outcome): void => {
    end({ type: 'lost', run, failure }, outcome);
  };
  const watch = (): void => {
    callOffWatch();
    callOffWatch = waitFor(silenceMs, () => {
      lose({ kind: 'unresponsive', what: { type: 'silent', seconds: silenceMs / 1000 } }, 'spent');
    });
  };
  const onMessage = (message: FromWorker): void => {
    if (ended || message.type === 'ready' || message.run !== run) return;
    if (!isStopping) watch();
    if (message.type === 'finished')
      end(message, message.result.failure === undefined ? 'reusable' : 'spent');
    else if (message.type === 'stopped') end(message, 'reusable');
    else if (message.type === 'broken')
      lose({ kind: 'broken', what: { type: 'broken', text: message.message } }, 'spent');
    else if (message.type !== 'alive') onEvent(message);
  };
  const load = async (): Promise<GuestModules | undefined> => {
    hand.onMessage = onMessage;
    hand.onDeath = (death) => {
      lose({ kind: 'broken', what: { type: 'worker died', death } }, 'spent');
    };
    const [modules] = await Promise.all([platform(), hand.ready]);
    return modules;
  };
  /** What was tried before the run was asked for may have met a network that is back by now. */
  const loadAgain = (error: unknown): ReturnType<typeof load> => {
    if (ended || hand !== spare) throw error;
    hand.terminate();
    hand = hire();
    return load();
  };
  const tellOfLoading = (isGoing: boolean): void => {
    if (!ended) onEvent({ type: 'loading', run, going: isGoing });
  };
  const begin = (modules: GuestModules | undefined): void => {
    if (ended) return;
    if (modules !== undefined) hand.givePlatform(modules);
    hasBegun = true;
    watch();
    hand.post({ type: 'run', run, request });
  };
  const isLoading = hand.state !== 'ready';
  // Not at once, so that the owner holds the run before it hears of it.
  if (isLoading) void Promise.resolve(true).then(tellOfLoading);
  load()
    .catch(loadAgain)
    .then(
      (modules) => {
        if (isLoading) tellOfLoading(false);
        begin(modules);
      },
      (error: unknown) => {
        lose(loadingFailure(error), 'unloadable');
      },
    );
  return {
    stop() {
      if (ended || isStopping) return;
      if (!hasBegun) {
        end({ type: 'stopped', run }, 'reusable');
        return;
      }
      isStopping = true;
      hand.post({ type: 'stop', run });
      callOffWatch();
      const giveUp = setTimeout(() => {
        end({ type: 'stopped', run }, 'spent');
      }, stopPatienceMs);
      callOffWatch = () => clearTimeout(giveUp);
    },
  };
}
