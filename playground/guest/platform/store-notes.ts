/**
 * Who puts entries into containers and who takes them out: by what, the line, and the transaction. It is loaded only where a heap is
 * looked into and its run is played once more; the host reads `stores` and `sites` out of the machine's memory.
 */

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
/** `set program:12:7`, `= program:12:7 next`: what was done, where in the program, and by which key where code has it written out. */
export const sites: string[] = [];

const { apply } = Reflect;
const { get: getStore, set: setStore } = WeakMap.prototype;
const { get: getSite, set: setSite } = Map.prototype;
const { push } = Array.prototype;
const known = new Map<string, number>();

/** Notes that something was done to a container so many times. */
export function noteAt(container: object, site: string, times: number): void {
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
