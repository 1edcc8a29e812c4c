/**
 * Counts the instances of every class of a program, once each, through the machine's real FinalizationRegistry.
 * The compiler calls `define` in each class's static block and `track` in each constructor; nothing is handed out.
 */

import { setup } from 'leak-lab:setup';
import { current, slice } from './fields.ts';
import { created, live, state, survivors } from './state.ts';

interface Known {
  readonly site: number;
  /** Site of the root-most ancestor that the census knows: the one constructor that counts. */
  readonly root: number;
  /**
   * An instance may be seen more than once, so each is looked up: the root's site occurs twice in the chain (a mixin
   * applied to itself), or a base that is no class of the program's may give the same object again and again.
   */
  readonly repeated: boolean;
}

/** Bases that give a new object each time. */
const builtIns = new Set<unknown>(
  Reflect.ownKeys(globalThis).map((key): unknown => Reflect.get(globalThis, key)),
);

/** By what instances are told apart: by the transaction whose code makes them, or by the slice of the run. */
const made = setup.keepsOwners ? current : slice;

const sites = setup.sites + 1;
const RealRegistry = FinalizationRegistry;
const known = new WeakMap<object, Known>();
const counted = new WeakSet();
const registry = new RealRegistry<number>((held) => {
  live[held % sites]!--;
  survivors[held]!--;
});

/** Announces a class and returns nothing. `site` is its number in the program. */
export function define(constructor: object, site: number): void {
  let ancestor: Known | undefined;
  let at: object | null = Object.getPrototypeOf(constructor) as object | null;
  let isForeign = false;
  while (at !== null && at !== Function.prototype && !builtIns.has(at)) {
    ancestor = known.get(at);
    if (ancestor !== undefined) break;
    isForeign = true;
    at = Object.getPrototypeOf(at) as object | null;
  }
  const root = ancestor?.root ?? site;
  const repeated = isForeign || (ancestor !== undefined && (ancestor.repeated || root === site));
  known.set(constructor, { site, root, repeated });
}

/** Counts `instance` if the class at `site` is the one to do so, and returns it. */
export function track<T extends object>(instance: T, newTarget: object | undefined, site: number): T {
  const constructed = newTarget === undefined ? undefined : known.get(newTarget);
  if (constructed === undefined) return countOnce(instance, site);
  if (constructed.root !== site) return instance;
  return constructed.repeated ? countOnce(instance, constructed.site) : count(instance, constructed.site);
}

let probes: object[] = [];

/** Makes objects to calibrate by; the host reads the heap before and after `watchProbes`. */
export function makeProbes(): number {
  probes = Array.from({ length: 256 }, () => ({}));
  return probes.length;
}

/** Watches the probes as if they were instances of site 0. */
export function watchProbes(): void {
  live[0]! += probes.length;
  survivors[0]! += probes.length;
  for (let n = 0; n < probes.length; n++) registry.register(probes[n]!, 0);
}

/** Lets the probes go, which brings the counts back to nothing. */
export function dropProbes(): void {
  probes = [];
}

function countOnce<T extends object>(instance: T, site: number): T {
  if (counted.has(instance)) return instance;
  counted.add(instance);
  return count(instance, site);
}

function count<T extends object>(instance: T, site: number): T {
  created[site]!++;
  live[site]!++;
  const held = state[made]! * sites + site;
  survivors[held]!++;
  registry.register(instance, held);
  return instance;
}
