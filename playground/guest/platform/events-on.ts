/** `on` of `node:events`: the events of an emitter as an async iterator. What is not taken yet waits in a queue. */

import type { Emitter, Listener, Name } from './event-emitter.ts';
import { AbortError } from './errors.ts';
import { domSignal, type SignalLike } from './signal-like.ts';

interface ListensOn {
  readonly signal?: SignalLike;
  /** Events at which the iteration ends. */
  readonly close?: readonly string[];
}
type Result = IteratorResult<unknown[], undefined>;
interface Waiting {
  readonly resolve: (result: Result) => void;
  readonly reject: (error: unknown) => void;
}

/** Iterates over all events of that name from now on. An `error` rejects, and so does the signal. */
export function on(emitter: Emitter, name: Name, options?: ListensOn): AsyncIterableIterator<unknown[]> {
  const signal = domSignal(options);
  if (signal?.aborted === true) throw new AbortError(signal.reason);
  const events: unknown[][] = [];
  const waiting: Waiting[] = [];
  let failed: { readonly error: unknown } | undefined;
  let ended = false;

  const take: Listener = (...values) => {
    const next = waiting.shift();
    if (next === undefined) events.push([...values]);
    else next.resolve({ value: [...values], done: false });
  };
  const fail = (error: unknown): void => {
    const next = waiting.shift();
    if (next === undefined) failed = { error };
    else next.reject(error);
    void close();
  };
  const abort = (): void => fail(new AbortError(signal?.reason));
  const close = (): Promise<Result> => {
    signal?.removeEventListener('abort', abort);
    emitter.removeListener(name, take);
    if (name !== 'error') emitter.removeListener('error', fail);
    for (const event of options?.close ?? []) emitter.removeListener(event, close);
    ended = true;
    for (const next of waiting.splice(0)) next.resolve({ value: undefined, done: true });
    return Promise.resolve({ value: undefined, done: true });
  };

  emitter.on(name, take);
  if (name !== 'error') emitter.on('error', fail);
  for (const event of options?.close ?? []) emitter.on(event, close);
  signal?.addEventListener('abort', abort, { once: true });

  return {
    next(): Promise<Result> {
      const value = events.shift();
      if (value !== undefined) return Promise.resolve({ value, done: false });
      if (failed !== undefined) {
        const { error } = failed;
        failed = undefined;
        // As in Node, what an emitter says went wrong, whatever it is.
        // eslint-disable-next-line @typescript-eslint/prefer-promise-reject-errors
        return Promise.reject(error);
      }
      if (ended) return close();
      return new Promise((resolve, reject) => waiting.push({ resolve, reject }));
    },
    return: close,
    throw(error: unknown): Promise<Result> {
      fail(error);
      return Promise.resolve({ value: undefined, done: true });
    },
    [Symbol.asyncIterator]() {
      return this;
    },
  };
}
