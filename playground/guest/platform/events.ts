/** The module `node:events`. */

import { domSignal, type SignalLike } from './signal-like.ts';
import {
  captureRejectionSymbol,
  defaults,
  errorMonitor,
  EventEmitter,
  requireCount,
  type Emitter,
  type Listener,
  type Name,
} from './event-emitter.ts';
import { AbortError } from './errors.ts';
import { on } from './events-on.ts';
import { setDefaultLimit, setLimit } from './event-target.ts';
import { getEventListeners, maxListenersOf } from './target-listeners.ts';

interface ListensOnce {
  readonly signal?: SignalLike;
}

/** What can be listened to: an emitter, or an event target. */
type Source = Emitter & Partial<Pick<EventTargetLike, 'addEventListener' | 'removeEventListener'>>;
interface EventTargetLike {
  addEventListener(name: Name, listener: Listener, options?: object): void;
  removeEventListener(name: Name, listener: Listener): void;
}

/** Resolves with the values of the next event of that name; rejects with an `error` that comes before it. */
function once(source: Source, name: Name, options?: ListensOnce): Promise<unknown[]> {
  const signal = domSignal(options);
  return new Promise((resolve, reject) => {
    if (signal?.aborted === true) {
      reject(new AbortError(signal.reason));
      return;
    }
    const isEmitter = typeof source.on === 'function';
    const take = (...values: readonly unknown[]): void => {
      leave();
      resolve([...values]);
    };
    const fail = (error: unknown): void => {
      leave();
      // As in Node, what an emitter says went wrong, whatever it is.
      // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
      reject(error);
    };
    const abort = (): void => {
      leave();
      reject(new AbortError(signal?.reason));
    };
    const leave = (): void => {
      signal?.removeEventListener('abort', abort);
      if (!isEmitter) source.removeEventListener?.(name, take);
      else {
        source.removeListener(name, take);
        if (name !== 'error') source.removeListener('error', fail);
      }
    };
    signal?.addEventListener('abort', abort, { once: true });
    if (!isEmitter) source.addEventListener?.(name, take, { once: true });
    else {
      source.once(name, take);
      if (name !== 'error') source.once('error', fail);
    }
  });
}

/** How many listen to `name`. */
function listenerCount(source: Source, name: Name): number {
  return typeof source.listenerCount === 'function'
    ? source.listenerCount(name)
    : getEventListeners(source, name).length;
}

/** Sets the number of listeners above which a warning comes, for these or for all that are made from now on. */
function setMaxListeners(most = defaults.maxListeners, ...sources: readonly (Emitter | object)[]): void {
  requireCount('setMaxListeners', most);
  if (sources.length === 0) defaults.maxListeners = most;
  for (const source of sources) {
    if ('setMaxListeners' in source) source.setMaxListeners(most);
    else setLimit(source, most);
  }
}

/** Calls `listener` when the signal aborts, at once if it has; the result takes it off again. */
function addAbortListener(signal: SignalLike, listener: Listener): { [Symbol.dispose](): void } {
  if (signal.aborted) queueMicrotask(() => void listener());
  else signal.addEventListener('abort', listener, { once: true });
  return { [Symbol.dispose]: () => signal.removeEventListener('abort', listener) };
}

Object.assign(EventEmitter, {
  EventEmitter,
  once,
  on,
  getEventListeners,
  getMaxListeners: maxListenersOf,
  listenerCount,
  setMaxListeners,
  addAbortListener,
  errorMonitor,
  captureRejectionSymbol,
});
Object.defineProperties(EventEmitter, {
  defaultMaxListeners: {
    enumerable: true,
    get: () => defaults.maxListeners,
    set(most: unknown) {
      requireCount('defaultMaxListeners', most);
      defaults.maxListeners = most;
    },
  },
  captureRejections: {
    enumerable: true,
    get: () => defaults.captureRejections,
    set(captures: unknown) {
      defaults.captureRejections = captures === true;
    },
  },
});

/** As it was when the module was loaded: an import cannot be set. */
const { maxListeners: defaultMaxListeners } = defaults;
setDefaultLimit(() => defaults.maxListeners);

export {
  addAbortListener,
  captureRejectionSymbol,
  defaultMaxListeners,
  errorMonitor,
  EventEmitter,
  EventEmitter as default,
  getEventListeners,
  maxListenersOf as getMaxListeners,
  listenerCount,
  on,
  once,
  setMaxListeners,
};
