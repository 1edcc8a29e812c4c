/** One run as its owner sees it: it gets its worker ready, watches it, and ends once, whatever becomes of worker and program. */

import type { WorkerHandle } from './worker-handle.ts';
import { loadingFailure } from './loading.ts';
import { awaitSign, lostToDeath, lostToError } from './worker-loss.ts';
import type { Failure } from '../record.ts';
import type { FromWorker, GuestModules, InspectRequest, RunRequest } from '../protocol.ts';

/** Milliseconds that a worker has to answer a stop before it is terminated. */
const stopPatienceMs = 120;

/** Milliseconds of silence after which a look into a heap is given up: a large one is read without a pause. */
const readingMs = 60_000;

/** What a run tells its owner; the last event is `finished`, `inspected`, `stopped` or `lost`. */
export type RunEvent =
  | Exclude<FromWorker, { type: 'ready' | 'alive' | 'broken' }>
  /** The machine is still on its way (`true`), or has arrived after all (`false`). */
  | { readonly type: 'loading'; readonly runId: number; readonly going: boolean }
  /** The machine could not be loaded, broke, died or hung; what was streamed before remains good. */
  | { readonly type: 'lost'; readonly runId: number; readonly failure: Failure };

/** To play a run, or to look into the heap of one that was played. */
export type Asked =
  | { readonly type: 'run'; readonly request: RunRequest }
  | { readonly type: 'inspect'; readonly inspection: InspectRequest };

/** What a run is started with. */
export interface Start {
  readonly runId: number;
  /** What the worker is asked for. */
  readonly ask: Asked;
  /** A worker that was hired before; absent where there is none. */
  readonly spare: WorkerHandle | undefined;
  readonly hire: () => WorkerHandle;
  /** What the worker must have been given before; `undefined` where the program needs none. */
  readonly platform: () => Promise<GuestModules> | undefined;
  readonly onEvent: (event: RunEvent) => void;
  /** Called once, before the last event, with the worker that the run had last. */
  readonly onEnd: (handle: WorkerHandle, outcome: Outcome) => void;
}

/** What a run leaves behind: a worker for the next one, one that is of no more use, or none since none could be loaded. */
export type Outcome = 'reusable' | 'spent' | 'unloadable';

/** How far a run is. It goes on to a later stage only; from each it may end. */
type Stage =
  /** What the worker needs is on its way. */
  | { readonly at: 'preparing'; readonly handle: WorkerHandle }
  /** The worker plays it; silence for too long ends it, unless called off. */
  | { readonly at: 'running'; readonly handle: WorkerHandle; readonly callOff: () => void }
  /** The worker was told to stop; after a short while it is ended all the same, unless called off. */
  | { readonly at: 'stopping'; readonly handle: WorkerHandle; readonly callOff: () => void }
  | { readonly at: 'ended' };

/** A run from its start on. */
export class StartedRun {
  readonly #start: Start;
  #stage: Stage;

  constructor(start: Start) {
    this.#start = start;
    const handle = start.spare ?? start.hire();
    this.#stage = { at: 'preparing', handle };
    this.#prepare(handle);
  }

  /** Ends the run, soon, whatever the program does. */
  stop(): void {
    const { at } = this.#stage;
    if (at === 'preparing') this.#end({ type: 'stopped', runId: this.#start.runId }, 'reusable');
    else if (at === 'running') this.#askToStop(this.#stage.handle);
  }

  #prepare(handle: WorkerHandle): void {
    const isLoading = handle.state !== 'ready';
    // Not at once, so that the owner holds the run before it hears of it.
    if (isLoading) void Promise.resolve(true).then((isGoing) => this.#tellOfLoading(isGoing));
    this.#load(handle)
      .catch((error: unknown) => this.#loadAgain(error))
      .then(
        (modules) => {
          if (isLoading) this.#tellOfLoading(false);
          this.#begin(modules);
        },
        (error: unknown) => {
          this.#lose(loadingFailure(error), 'unloadable');
        },
      );
  }

  async #load(handle: WorkerHandle): Promise<GuestModules | undefined> {
    handle.onMessage = (message) => {
      this.#hear(message);
    };
    handle.onDeath = (death) => {
      this.#lose(lostToDeath(death), 'spent');
    };
    const [modules] = await Promise.all([this.#start.platform(), handle.ready]);
    return modules;
  }

  /** What was tried before the run was asked for may have met a network that is back by now. */
  #loadAgain(error: unknown): Promise<GuestModules | undefined> {
    const stage = this.#stage;
    if (stage.at !== 'preparing' || stage.handle !== this.#start.spare) throw error;
    stage.handle.terminate();
    const handle = this.#start.hire();
    this.#stage = { at: 'preparing', handle };
    return this.#load(handle);
  }

  #tellOfLoading(isGoing: boolean): void {
    const { runId, onEvent } = this.#start;
    if (this.#stage.at !== 'ended') onEvent({ type: 'loading', runId, going: isGoing });
  }

  #begin(modules: GuestModules | undefined): void {
    if (this.#stage.at !== 'preparing') return;
    const { handle } = this.#stage;
    const { runId, ask } = this.#start;
    if (modules !== undefined) handle.givePlatform(modules);
    this.#stage = { at: 'running', handle, callOff: this.#awaitSign() };
    handle.post({ ...ask, runId });
  }

  #hear(message: FromWorker): void {
    const stage = this.#stage;
    if (stage.at === 'preparing' || stage.at === 'ended') return;
    if (message.type === 'ready' || message.runId !== this.#start.runId) return;
    if (stage.at === 'running') {
      stage.callOff();
      this.#stage = { ...stage, callOff: this.#awaitSign() };
    }
    if (message.type === 'finished')
      this.#end(message, message.result.failure === undefined ? 'reusable' : 'spent');
    else if (message.type === 'inspected' && message.isLast) this.#end(message, 'reusable');
    else if (message.type === 'stopped') this.#end(message, 'reusable');
    else if (message.type === 'broken') this.#lose(lostToError(message.message), 'spent');
    else if (message.type !== 'alive') this.#start.onEvent(message);
  }

  /** Waits for the next message; returns what calls that off. */
  #awaitSign(): () => void {
    const onLoss = (failure: Failure): void => {
      this.#lose(failure, 'spent');
    };
    return this.#start.ask.type === 'run' ? awaitSign(onLoss) : awaitSign(onLoss, readingMs);
  }

  #askToStop(handle: WorkerHandle): void {
    const { runId } = this.#start;
    if (this.#stage.at === 'running') this.#stage.callOff();
    const giveUp = setTimeout(() => {
      this.#end({ type: 'stopped', runId }, 'spent');
    }, stopPatienceMs);
    this.#stage = { at: 'stopping', handle, callOff: () => clearTimeout(giveUp) };
    handle.post({ type: 'stop', runId });
  }

  #lose(failure: Failure, outcome: Outcome): void {
    this.#end({ type: 'lost', runId: this.#start.runId, failure }, outcome);
  }

  #end(event: RunEvent, outcome: Outcome): void {
    const stage = this.#stage;
    if (stage.at === 'ended') return;
    if (stage.at !== 'preparing') stage.callOff();
    this.#stage = { at: 'ended' };
    this.#start.onEnd(stage.handle, outcome);
    this.#start.onEvent(event);
  }
}
