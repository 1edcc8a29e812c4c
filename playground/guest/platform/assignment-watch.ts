/** Notes what a program does to objects and arrays by assignment. `watch-assignments.ts` writes the calls into the program. */

import { noteAt } from './store-notes.ts';

const { apply } = Reflect;

/** Proxies, whose traps are the program's: nothing is asked of them. */
const proxies = new WeakSet<object>();
const { has: hasProxy, add: addProxy } = WeakSet.prototype;
const { construct, defineProperty, getOwnPropertyDescriptor } = Reflect;

/** Has each proxy that a program makes known from then on. */
export function watchProxies(): void {
  const { Proxy: own } = globalThis;
  const known = <T extends object>(proxy: T): T => {
    apply(addProxy, proxies, [proxy]);
    return proxy;
  };
  const revocable = own.revocable;
  defineProperty(own, 'revocable', {
    value: (target: object, handler: ProxyHandler<object>) => {
      const made = revocable(target, handler);
      known(made.proxy);
      return made;
    },
    writable: true,
    configurable: true,
  });
  const watched = new own(own, {
    construct: (target, values, newTarget) => known(construct(target, values, newTarget) as object),
  });
  defineProperty(globalThis, 'Proxy', { value: watched, writable: true, configurable: true });
}

type Key = string | number | symbol;

/** What is asked of a value before it is changed and after; what calls nothing of the program's. */
function isAsked(of: unknown, key: unknown): boolean {
  if (!isReference(of) || isReference(key)) return false;
  return !apply(hasProxy, proxies, [of]);
}

function isReference(value: unknown): value is object {
  return (typeof value === 'object' && value !== null) || typeof value === 'function';
}

/** An array's length, or its own property where that is a value; a getter is not called. */
function ownValue(of: object, key: unknown): unknown {
  return getOwnPropertyDescriptor(of, key as Key)?.value;
}

/** `= program:12:7` becomes `= null program:12:7` where a reference was replaced by what is none. */
function noteChange(of: object, site: string, before: unknown, after: unknown): void {
  if (isReference(before) === isReference(after)) return;
  if (isReference(after)) noteAt(of, site, 1);
  else
    noteAt(of, apply(startsWith, site, ['=']) ? `= ${plainWord(after)}${apply(slice, site, [1])}` : site, 1);
}

function plainWord(value: unknown): string {
  return value === null || value === undefined ? String(value) : typeof value;
}

const { slice, startsWith } = String.prototype;

/** `o[key] = value`. */
export function putAt(of: Record<Key, unknown>, key: Key, value: unknown, site: string): unknown {
  if (!isAsked(of, key)) {
    of[key] = value;
    return value;
  }
  const before = ownValue(of, key);
  of[key] = value;
  const after = ownValue(of, key);
  if (key !== 'length') noteChange(of, site, before, after);
  else if (typeof before === 'number' && typeof after === 'number' && after < before)
    noteAt(of, site, before - after);
  return value;
}

/** `o[key] ??= value()`, or with `||=`. */
export function putUnlessAt(
  of: Record<Key, unknown>,
  key: Key,
  operator: string,
  value: () => unknown,
  site: string,
): unknown {
  const there = of[key];
  const isThere = operator === '??=' ? there !== null && there !== undefined : Boolean(there);
  return isThere ? there : putAt(of, key, value(), site);
}

/** As a program's own line does it, error and all. */
function remove(of: Record<Key, unknown>, key: Key): boolean {
  // eslint-disable-next-line @typescript-eslint/no-dynamic-delete
  return delete of[key];
}

/** `delete o[key]`. */
export function dropAt(of: Record<Key, unknown>, key: Key, site: string): boolean {
  if (!isAsked(of, key)) return remove(of, key);
  const before = ownValue(of, key);
  const isGone = remove(of, key);
  noteChange(of, site, before, ownValue(of, key));
  return isGone;
}

/** An object literal, once it is made, with a site for each name. */
export function madeWith(made: object, names: readonly string[], sites: readonly string[]): object {
  for (let n = 0; n < names.length; n++) noteChange(made, sites[n]!, undefined, ownValue(made, names[n]));
  return made;
}
