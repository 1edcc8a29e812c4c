/** The module `node:timers/promises`. */

import { schedule } from '../clock.ts';
import { AbortError } from './errors.ts';
import { domSignal, type SignalLike } from './signal-like.ts';

interface Options {
  readonly signal?: SignalLike;
  readonly ref?: boolean;
}

/** Resolves with `value` after so many virtual ms; rejects when the signal aborts. */
function setTimeout(delay?: number, value?: unknown, options?: Options): Promise<unknown> {
  return wait(Math.max(1, Math.floor(Number(delay)) || 0), value, options);
}

/** Resolves with `value` in the next turn. */
function setImmediate(value?: unknown, options?: Options): Promise<unknown> {
  return wait(0, value, options);
}

function wait(delay: number, value: unknown, options?: Options): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const signal = domSignal(options);
    if (signal?.aborted === true) {
      reject(new AbortError(signal.reason));
      return;
    }
    const abort = (): void => {
      cancel();
      reject(new AbortError(signal?.reason));
    };
    const cancel = schedule(() => {
      signal?.removeEventListener('abort', abort);
      resolve(value);
    }, delay);
    signal?.addEventListener('abort', abort, { once: true });
  });
}

/** Yields `value` every so many virtual ms, until the loop is left or the signal aborts. */
async function* setInterval(
  delay?: number,
  value?: unknown,
  options?: Options,
): AsyncGenerator<unknown, void> {
  for (;;) yield await setTimeout(delay, value, options);
}

const scheduler = {
  wait: (delay: number, options?: Options) => setTimeout(delay, undefined, options),
  yield: () => setImmediate(),
};
const all = { scheduler, setImmediate, setInterval, setTimeout };
export { all as default, scheduler, setImmediate, setInterval, setTimeout };
