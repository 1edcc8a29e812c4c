/** The module `node:timers`: the very functions that are globals here. */

import { clearImmediate, setImmediate } from './immediate.ts';
import { install } from './timer-methods.ts';

type Timers = Readonly<
  Record<
    'setTimeout' | 'setInterval' | 'clearTimeout' | 'clearInterval',
    (...values: readonly unknown[]) => unknown
  >
>;
install();

/** The globals are there only once the machine's clock is installed, after its modules are loaded. */
const lazily =
  (name: keyof Timers) =>
  (...values: readonly unknown[]): unknown =>
    (globalThis as unknown as Timers)[name](...values);
const setTimeout = lazily('setTimeout');
const setInterval = lazily('setInterval');
const clearTimeout = lazily('clearTimeout');
const clearInterval = lazily('clearInterval');

const all = { clearImmediate, clearInterval, clearTimeout, setImmediate, setInterval, setTimeout };
export { all as default, clearImmediate, clearInterval, clearTimeout, setImmediate, setInterval, setTimeout };
