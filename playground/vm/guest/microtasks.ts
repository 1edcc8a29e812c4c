/** Microtasks: a program's `queueMicrotask`, which knows for whom each was queued when it throws. */

import { current } from './fields.ts';
import { state } from './state.ts';

/** Puts `queueMicrotask` where a program looks for it; `failed` is told what a callback throws, and who queued it. */
export function installMicrotasks(
  failed: (error: unknown, where: string, transaction: number | undefined) => void,
): void {
  const queue = queueMicrotask;
  const given = (callback: unknown): void => {
    if (typeof callback !== 'function') throw new TypeError('A microtask needs a function to call.');
    const owner = state[current]!;
    queue(() => {
      try {
        (callback as () => void)();
      } catch (error) {
        failed(error, 'a microtask', owner || undefined);
      }
    });
  };
  Object.defineProperty(given, 'name', { value: 'queueMicrotask' });
  Object.assign(globalThis, { queueMicrotask: given });
}
