/** Notes what a program does to Maps, Sets and arrays by their methods. */

import { stackOf } from '../describe.ts';
import { watchProxies } from './assignment-watch.ts';
import { noteAt } from './store-notes.ts';

const { apply } = Reflect;
const { exec } = RegExp.prototype;
/** Ours, and those of what the server does for a program. */
const mostFrames = 6;
const programFrame = /program:\d+:\d+/;

function note(container: object, method: string, times: number): void {
  if (times <= 0) return;
  const found: unknown = apply(exec, programFrame, [stackOf(new Error())]);
  if (Array.isArray(found)) noteAt(container, `${method} ${String(found[0])}`, times);
}

type Method = (this: object, ...values: unknown[]) => unknown;

/** Puts a method in the place of another, which is told how much larger what it was called on has become. */
function watch(prototype: object, names: readonly string[], sizeOf: (container: object) => number): void {
  for (const name of names) {
    const own = Reflect.get(prototype, name) as Method;
    const watched = {
      [name](this: object, ...values: unknown[]): unknown {
        const before = sizeOf(this);
        const result = apply(own, this, values);
        note(this, name, Math.abs(sizeOf(this) - before));
        return result;
      },
    };
    Object.defineProperty(prototype, name, { value: watched[name], writable: true, configurable: true });
  }
}

/** Watches the methods that a program changes containers by. */
export function install(): readonly unknown[] {
  const mapSize = Object.getOwnPropertyDescriptor(Map.prototype, 'size')!.get!;
  const setSize = Object.getOwnPropertyDescriptor(Set.prototype, 'size')!.get!;
  watch(Map.prototype, ['set', 'delete', 'clear'], (map) => apply(mapSize, map, []) as number);
  watch(Set.prototype, ['add', 'delete', 'clear'], (set) => apply(setSize, set, []) as number);
  watch(
    Array.prototype,
    ['push', 'unshift', 'splice', 'pop', 'shift'],
    (array) => (array as unknown[]).length,
  );
  watchProxies();
  // One frame says where; more would cost more at every call that is noted.
  Object.assign(Error, { stackTraceLimit: mostFrames });
  return [];
}
