/** Microtasks: a program's `queueMicrotask`, which knows for whom each was queued when it throws. */

import type { Place } from './failure-detail.ts';
import { current } from './fields.ts';
import { state } from './state.ts';

/** Puts `queueMicrotask` where a program looks for it; `failed` is told what a callback throws, and who queued it. */
export function installMicrotasks(
  failed: (error: unknown, where: Place, transaction: number | undefined) => void,
): void {
  const queue = queueMicrotask;
  Object.assign(globalThis, {
    queueMicrotask: (callback: () => void): void => {
      const owner = state[current]! || undefined;
      const guarded = (): void => {
        try {
          callback();
        } catch (error) {
          failed(error, { type: 'microtask' }, owner);
        }
      };
      queue(typeof callback === 'function' ? guarded : callback);
    },
  });
}
