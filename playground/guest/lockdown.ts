/**
 * Makes the built-ins read-only before a program loads, so that driver and census may rely on them and a program
 * that replaces one is told so. Code from text is refused: the census could not see its classes.
 */

import { createRandom } from './random.ts';

/** Freezes everything reachable from the global object, and what else a program is `provided` with. Call once, last. */
export function lockDown(seed: number, provided: readonly unknown[] = []): void {
  Object.defineProperty(Math, 'random', { value: createRandom(seed) });
  refuseCodeFromText();
  hideTheStack();
  const seen = new Set<object>();
  for (const each of provided) {
    if (typeof each === 'function' && 'prototype' in each) allowOverride(each.prototype as object);
  }
  for (const each of provided) freezeDeep(each, seen);
  freezeDeep(takeEngineError(), seen);
  for (const key of Reflect.ownKeys(globalThis)) freezeDeep(Reflect.get(globalThis, key), seen);
  for (const hidden of hiddenPrototypes()) freezeDeep(hidden, seen);
  for (const key of Reflect.ownKeys(globalThis)) {
    const property = Object.getOwnPropertyDescriptor(globalThis, key);
    if (key === 'globalThis' || property?.configurable !== true || !('value' in property)) continue;
    Object.defineProperty(globalThis, key, { writable: false, configurable: false, enumerable: false });
  }
}

/**
 * The engine lets a program word its stacks, and hands it the functions on them, ours among them. Both are accessors,
 * whose setters a frozen object still has; as plain values they are read-only.
 */
function hideTheStack(): void {
  for (const key of ['prepareStackTrace', 'stackTraceLimit']) {
    const value: unknown = Reflect.get(Error, key);
    Object.defineProperty(Error, key, { value, writable: false, configurable: false });
  }
  // What a program assigns becomes a property of its own: where an error was made stays known.
  const get = Object.getOwnPropertyDescriptor(Error.prototype, 'stack')!.get!;
  Object.defineProperty(Error.prototype, 'stack', {
    get,
    set(this: object, value: unknown) {
      Object.defineProperty(this, 'stack', { value, writable: true, enumerable: false, configurable: true });
    },
  });
}

/** The class of the engine's own errors is no global of JavaScript's, and tells an exhausted memory: nobody else makes one. */
function takeEngineError(): object {
  const globals = globalThis as { InternalError?: { readonly prototype: object } };
  const { prototype } = globals.InternalError!;
  delete globals.InternalError;
  Object.defineProperty(prototype, 'constructor', { value: Error });
  return prototype;
}

function hiddenPrototypes(): unknown[] {
  return [
    Object.getPrototypeOf(function* () {}) as unknown,
    Object.getPrototypeOf(async function () {}) as unknown,
    Object.getPrototypeOf(async function* () {}) as unknown,
    Object.getPrototypeOf([][Symbol.iterator]()) as unknown,
    Object.getPrototypeOf(new Map()[Symbol.iterator]()) as unknown,
    Object.getPrototypeOf(new Set()[Symbol.iterator]()) as unknown,
    Object.getPrototypeOf(''[Symbol.iterator]()) as unknown,
    Object.getPrototypeOf(''.matchAll(/x/g)) as unknown,
  ];
}

function refuseCodeFromText(): void {
  const refuse = (): never => {
    throw new TypeError(
      'Code from text (eval, new Function) is not available here: its classes could not be counted.',
    );
  };
  Object.defineProperty(globalThis, 'eval', { value: refuse });
  const functions = [() => {}, function* () {}, async () => {}, async function* () {}];
  for (const example of functions) {
    const prototype = Object.getPrototypeOf(example) as object;
    const stub = function (): never {
      return refuse();
    };
    Object.defineProperty(stub, 'prototype', { value: prototype });
    Object.defineProperty(prototype, 'constructor', { value: stub });
  }
  Object.defineProperty(globalThis, 'Function', { value: Function.prototype.constructor });
}

function freezeDeep(value: unknown, seen: Set<object>): void {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null || value === globalThis)
    return;
  if (seen.has(value)) return;
  seen.add(value);
  for (const key of Reflect.ownKeys(value)) {
    const property = Object.getOwnPropertyDescriptor(value, key);
    freezeDeep(property?.value, seen);
    freezeDeep(property?.get, seen);
    freezeDeep(property?.set, seen);
  }
  freezeDeep(Object.getPrototypeOf(value), seen);
  if (value === Object.prototype || value === Error.prototype || value instanceof Error) allowOverride(value);
  if (!ArrayBuffer.isView(value)) Object.freeze(value);
}

/**
 * Assigning to a property that is inherited from a frozen object throws, even where the assignment makes an own
 * property (`this.name = …` in a class that extends Error). An accessor that does what assignment would do mends it.
 */
function allowOverride(prototype: object): void {
  for (const key of Reflect.ownKeys(prototype)) {
    const property = Object.getOwnPropertyDescriptor(prototype, key);
    if (property === undefined || !('value' in property) || property.configurable !== true) continue;
    const value: unknown = property.value;
    Object.defineProperty(prototype, key, {
      get: () => value,
      set(this: object, own: unknown) {
        if (this === prototype) throw new TypeError(`Cannot assign to read only property '${String(key)}'`);
        Object.defineProperty(this, key, {
          value: own,
          writable: true,
          enumerable: true,
          configurable: true,
        });
      },
    });
  }
}
