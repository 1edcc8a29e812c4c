/**
 * WeakRef and FinalizationRegistry as a program sees them. The machine counts references and would clear them at
 * once, which no tracing engine does; so their targets are held until a virtual collection, and called back after it.
 */

import { weakUses } from './fields.ts';
import { state } from './state.ts';

const RealWeakRef = WeakRef;
const RealRegistry = FinalizationRegistry;

/** A target under watch. `strong` keeps it until the next virtual collection. */
class Watch {
  readonly target: WeakRef<object>;
  strong: object | undefined;
  /** Its entry among the watches. */
  readonly entry: WeakRef<Watch> = new RealWeakRef<Watch>(this);

  constructor(target: object) {
    this.target = new RealWeakRef(target);
    this.strong = target;
  }
}

/** Watches whose owner (a WeakRef or a registration) is still there. */
const watches = new Set<WeakRef<Watch>>();
let due: (() => void)[] = [];
/** Watches without an owner are dropped at this number, or they would pile up where no collection comes. */
let pruneAt = 64;

/** First half of a virtual collection: lets go of every target. The host collects between the halves. */
export function release(): void {
  for (const ref of watches) {
    const watch = ref.deref();
    if (watch === undefined) watches.delete(ref);
    else watch.strong = undefined;
  }
}

/** Second half: takes hold again of what is still reachable, and calls back for what is not. */
export function rehold(): void {
  for (const ref of watches) {
    const watch = ref.deref();
    if (watch === undefined) watches.delete(ref);
    else watch.strong = watch.target.deref();
  }
  const callbacks = due;
  due = [];
  for (const callback of callbacks) callback();
}

function watch(target: object): Watch {
  state[weakUses]!++;
  if (watches.size >= pruneAt) prune();
  const made = new Watch(target);
  watches.add(made.entry);
  return made;
}

function prune(): void {
  for (const entry of watches) if (entry.deref() === undefined) watches.delete(entry);
  pruneAt = Math.max(64, 2 * watches.size);
}

function requireObject(target: unknown, of: string): asserts target is object {
  const type = typeof target;
  if ((type !== 'object' && type !== 'function') || target === null) {
    throw new TypeError(`${of}: the target must be an object.`);
  }
}

class ProgramWeakRef {
  readonly #watch: Watch;

  constructor(target: unknown) {
    requireObject(target, 'WeakRef');
    this.#watch = watch(target);
  }

  deref(): object | undefined {
    return this.#watch.target.deref();
  }

  get [Symbol.toStringTag](): string {
    return 'WeakRef';
  }
}

class ProgramFinalizationRegistry {
  readonly #callback: (held: unknown) => void;
  readonly #registrations = new Map<
    object,
    { readonly watch: Watch; readonly token: WeakRef<object> | undefined }
  >();
  /** Keys of the registrations that a token takes back, so that none must be searched for. */
  readonly #byToken = new WeakMap<object, Set<object>>();
  readonly #real: FinalizationRegistry<{ readonly key: object; readonly held: unknown }>;

  constructor(callback: unknown) {
    if (typeof callback !== 'function')
      throw new TypeError('FinalizationRegistry: it needs a function to call back.');
    this.#callback = callback as (held: unknown) => void;
    this.#real = new RealRegistry(({ key, held }) => {
      const token = this.#registrations.get(key)?.token?.deref();
      if (token !== undefined) this.#byToken.get(token)?.delete(key);
      if (!this.#registrations.delete(key)) return;
      due.push(() => this.#callback(held));
    });
  }

  register(target: unknown, held: unknown, token?: unknown): void {
    requireObject(target, 'FinalizationRegistry');
    if (target === held) throw new TypeError('FinalizationRegistry: the held value must not be the target.');
    const key = {};
    const weakToken = typeof token === 'object' && token !== null ? new RealWeakRef(token) : undefined;
    this.#registrations.set(key, { watch: watch(target), token: weakToken });
    if (typeof token === 'object' && token !== null) {
      const keys = this.#byToken.get(token) ?? new Set();
      this.#byToken.set(token, keys.add(key));
    }
    this.#real.register(target, { key, held });
  }

  unregister(token: unknown): boolean {
    if (typeof token !== 'object' || token === null) return false;
    const keys = this.#byToken.get(token) ?? new Set();
    this.#byToken.delete(token);
    for (const key of keys) {
      const registration = this.#registrations.get(key);
      if (registration !== undefined) watches.delete(registration.watch.entry);
      this.#registrations.delete(key);
    }
    return keys.size > 0;
  }

  get [Symbol.toStringTag](): string {
    return 'FinalizationRegistry';
  }
}

/** Replaces the machine's two classes by ours. */
export function installCollector(): void {
  Object.defineProperty(ProgramWeakRef, 'name', { value: 'WeakRef' });
  Object.defineProperty(ProgramFinalizationRegistry, 'name', { value: 'FinalizationRegistry' });
  Object.assign(globalThis, { WeakRef: ProgramWeakRef, FinalizationRegistry: ProgramFinalizationRegistry });
}
