/**
 * Notes who puts entries into Maps, Sets and arrays, and who takes them out: the method, the line, and the transaction. It is loaded
 * only where a heap is looked into and its run is played once more; the host reads `stores` out of the machine's memory.
 */

import { stackOf } from '../describe.ts';
import { current } from '../fields.ts';
import { state } from '../state.ts';

/** What was done to one container: pairs of a place in `sites` and the number of a transaction, up to a bound. */
interface Store {
  readonly events: number[];
  dropped: number;
}

/** Events of one container that are noted. */
const mostEvents = 250_000;

/** By container. */
export const stores = new WeakMap<object, Store>();
/** `set program:12:7`: methods with the places in the program from which they were called. */
export const sites: string[] = [];

const { apply } = Reflect;
const { get: getStore, set: setStore } = WeakMap.prototype;
const { get: getSite, set: setSite } = Map.prototype;
const { push } = Array.prototype;
const { exec } = RegExp.prototype;
/** Ours, and those of what the server does for a program. */
const mostFrames = 6;
const programFrame = /program:\d+:\d+/;
const known = new Map<string, number>();

function note(container: object, method: string, times: number): void {
  if (times <= 0) return;
  const found: unknown = apply(exec, programFrame, [stackOf(new Error())]);
  if (!Array.isArray(found)) return;
  const site = `${method} ${String(found[0])}`;
  let place = apply(getSite, known, [site]) as number | undefined;
  if (place === undefined) {
    place = sites.length;
    apply(push, sites, [site]);
    apply(setSite, known, [site, place]);
  }
  let store = apply(getStore, stores, [container]) as unknown as Store | undefined;
  if (store === undefined) apply(setStore, stores, [container, (store = { events: [], dropped: 0 })]);
  for (let n = 0; n < times; n++) {
    if (store.events.length >= 2 * mostEvents) store.dropped++;
    else apply(push, store.events, [place, state[current]!]);
  }
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
  // One frame says where; more would cost more at every call that is noted.
  Object.assign(Error, { stackTraceLimit: mostFrames });
  return [];
}
