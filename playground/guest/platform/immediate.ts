/** setImmediate: the next turn, after promises' jobs and before time passes. */

import { schedule } from '../clock.ts';
import { wrongType } from './errors.ts';
import { bound } from '../task.ts';

type Callback = (...values: readonly unknown[]) => unknown;

let lastId = 0;
const pending = new Map<number, () => void>();

export const setImmediate = (callback: unknown, ...values: readonly unknown[]): number => {
  if (typeof callback !== 'function') throw wrongType('callback', 'of type function', callback);
  const call = bound(callback as Callback);
  const id = ++lastId;
  const cancel = schedule(() => {
    pending.delete(id);
    call(...values);
  }, 0);
  pending.set(id, cancel);
  return id;
};

export const clearImmediate = (id: unknown): void => {
  pending.get(id as number)?.();
  pending.delete(id as number);
};

/** Puts both where a program looks for them. */
export function install(): readonly unknown[] {
  Object.assign(globalThis, { setImmediate, clearImmediate });
  return [setImmediate, clearImmediate];
}
