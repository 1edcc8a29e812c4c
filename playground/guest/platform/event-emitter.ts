/** EventEmitter as in Node: an emitter keeps its listeners, and warns once per event when they are many. */

import { describe } from '../describe.ts';
import { warn } from './warning.ts';
import { outOfRange, withCode, wrongType } from './errors.ts';

export type Name = string | symbol;
export type Listener = (...values: readonly unknown[]) => unknown;
/** What `once` puts in the list in the place of `listener`. */
type Stored = Listener & { listener?: Listener };
type Listeners = Stored | (Stored[] & { warned?: boolean });

export interface EmitterOptions {
  readonly captureRejections?: boolean;
}

/** Listeners to an event of this name see errors and do not count as handling them. */
export const errorMonitor: unique symbol = Symbol('events.errorMonitor');
/** An emitter's method of this name gets what its listeners reject with. */
export const captureRejectionSymbol: symbol = Symbol.for('nodejs.rejection');

/** Settings that hold for all emitters; programs may set them. */
export const defaults = { maxListeners: 10, captureRejections: false };

type Events = Record<Name, Listeners | undefined>;

/** An emitter's own fields, under Node's names: they are what a reader meets on a retaining path. */
export interface Emitter extends Methods {
  _events: Events;
  _eventsCount: number;
  _maxListeners: number | undefined;
  _captures?: boolean;
}
type Methods = typeof methods;

/** A function and not a class, since programs also call it on objects of theirs. */
function EventEmitterOf(this: Emitter, options?: EmitterOptions): void {
  eventsOf(this);
  this._maxListeners ??= undefined;
  if (options?.captureRejections ?? defaults.captureRejections) {
    Object.defineProperty(this, '_captures', { value: true });
  }
}
Object.defineProperty(EventEmitterOf, 'name', { value: 'EventEmitter' });

/** Its listeners; an object that only has the methods gets a list of its own here. */
function eventsOf(emitter: Emitter): Events {
  if (!Object.hasOwn(emitter, '_events')) {
    emitter._events = Object.create(null) as Events;
    emitter._eventsCount = 0;
  }
  return emitter._events;
}

const methods = {
  emit(this: Emitter, name: Name, ...values: readonly unknown[]): boolean {
    const events = eventsOf(this);
    if (name === 'error') {
      if (events[errorMonitor] !== undefined) this.emit(errorMonitor, ...values);
      if (events['error'] === undefined) throw unhandled(values[0]);
    }
    const found = events[name];
    if (found === undefined) return false;
    if (typeof found === 'function') call(this, found, name, values);
    else for (const listener of found.slice()) call(this, listener, name, values);
    return true;
  },

  addListener(this: Emitter, name: Name, listener: Listener): Emitter {
    return add(this, name, listener, false);
  },

  prependListener(this: Emitter, name: Name, listener: Listener): Emitter {
    return add(this, name, listener, true);
  },

  once(this: Emitter, name: Name, listener: Listener): Emitter {
    this.on(name, onceOnly(this, name, listener));
    return this;
  },

  prependOnceListener(this: Emitter, name: Name, listener: Listener): Emitter {
    this.prependListener(name, onceOnly(this, name, listener));
    return this;
  },

  removeListener(this: Emitter, name: Name, listener: Listener): Emitter {
    requireListener(listener);
    const events = eventsOf(this);
    const found = events[name];
    if (found === undefined) return this;
    if (typeof found === 'function') {
      if (found !== listener && found.listener !== listener) return this;
      forget(this, name);
    } else {
      const at = found.findLastIndex((each) => each === listener || each.listener === listener);
      if (at < 0) return this;
      found.splice(at, 1);
      if (found.length === 1) events[name] = found[0];
    }
    if (events['removeListener'] !== undefined) this.emit('removeListener', name, listener);
    return this;
  },

  removeAllListeners(this: Emitter, ...names: readonly Name[]): Emitter {
    const events = eventsOf(this);
    if (events['removeListener'] === undefined) {
      if (names.length > 0) forget(this, names[0]!);
      else {
        this._events = Object.create(null) as Events;
        this._eventsCount = 0;
      }
      return this;
    }
    if (names.length > 0) {
      for (const listener of this.rawListeners(names[0]!).reverse()) this.removeListener(names[0]!, listener);
      return this;
    }
    for (const each of this.eventNames()) if (each !== 'removeListener') this.removeAllListeners(each);
    return this.removeAllListeners('removeListener');
  },

  listeners(this: Emitter, name: Name): Listener[] {
    return this.rawListeners(name).map((listener) => listener.listener ?? listener);
  },

  rawListeners(this: Emitter, name: Name): Stored[] {
    const found = eventsOf(this)[name];
    if (found === undefined) return [];
    return typeof found === 'function' ? [found] : found.slice();
  },

  listenerCount(this: Emitter, name: Name, listener?: Listener): number {
    const found = eventsOf(this)[name];
    if (found === undefined) return 0;
    const all = typeof found === 'function' ? [found] : found;
    if (listener === undefined || listener === null) return all.length;
    return all.filter((each) => each === listener || each.listener === listener).length;
  },

  eventNames(this: Emitter): Name[] {
    return Reflect.ownKeys(eventsOf(this));
  },

  setMaxListeners(this: Emitter, most: number): Emitter {
    requireCount('setMaxListeners', most);
    this._maxListeners = most;
    return this;
  },

  getMaxListeners(this: Emitter): number {
    return this._maxListeners ?? defaults.maxListeners;
  },

  /** Set below to the very functions that they are other names of. */
  on: undefined as unknown as (this: Emitter, name: Name, listener: Listener) => Emitter,
  off: undefined as unknown as (this: Emitter, name: Name, listener: Listener) => Emitter,
};
methods.on = methods.addListener;
methods.off = methods.removeListener;
Object.assign(EventEmitterOf.prototype as object, methods);

/** The class as guest modules use it. */
export const EventEmitter = EventEmitterOf as unknown as new (options?: EmitterOptions) => Emitter;

function add(emitter: Emitter, name: Name, listener: Stored, first: boolean): Emitter {
  requireListener(listener);
  if (eventsOf(emitter)['newListener'] !== undefined) {
    emitter.emit('newListener', name, listener.listener ?? listener);
  }
  const events = eventsOf(emitter);
  const found = events[name];
  if (found === undefined) {
    events[name] = listener;
    emitter._eventsCount++;
    return emitter;
  }
  if (typeof found === 'function') events[name] = first ? [listener, found] : [found, listener];
  else if (first) found.unshift(listener);
  else found.push(listener);
  warnOfMany(emitter, name);
  return emitter;
}

function warnOfMany(emitter: Emitter, name: Name): void {
  const most = emitter.getMaxListeners();
  const found = emitter._events[name];
  if (typeof found !== 'object' || !(most > 0 && found.length > most) || found.warned === true) return;
  found.warned = true;
  warn(
    'MaxListenersExceededWarning',
    `Possible EventEmitter memory leak detected. ${found.length} ${String(name)} listeners added to ` +
      `[${nameOf(emitter)}]. MaxListeners is ${most}. Use emitter.setMaxListeners() to increase limit`,
  );
}

function forget(emitter: Emitter, name: Name): void {
  if (eventsOf(emitter)[name] === undefined) return;
  Reflect.deleteProperty(emitter._events, name);
  emitter._eventsCount--;
}

function call(emitter: Emitter, listener: Listener, name: Name, values: readonly unknown[]): void {
  const result: unknown = Reflect.apply(listener, emitter, values);
  if (emitter._captures === true && result instanceof Promise) {
    result.then(undefined, (error: unknown) => rejected(emitter, error, name, values));
  }
}

/** Calls `listener` the first time, having taken itself off. */
function onceOnly(emitter: Emitter, name: Name, listener: Listener): Stored {
  requireListener(listener);
  let fired = false;
  const stored: Stored = (...values) => {
    if (fired) return undefined;
    fired = true;
    emitter.removeListener(name, stored);
    return Reflect.apply(listener, emitter, values);
  };
  stored.listener = listener;
  return stored;
}

function rejected(emitter: Emitter, error: unknown, name: Name, values: readonly unknown[]): void {
  const own: unknown = Reflect.get(emitter, captureRejectionSymbol);
  if (typeof own === 'function') Reflect.apply(own, emitter, [error, name, ...values]);
  else emitter.emit('error', error);
}

function unhandled(error: unknown): Error {
  if (error instanceof Error) return error;
  const shown = typeof error === 'string' ? `'${error}'` : describe(error);
  return Object.assign(withCode(new Error(`Unhandled error. (${shown})`), 'ERR_UNHANDLED_ERROR'), {
    context: error,
  });
}

function nameOf(emitter: object): string {
  const made = (emitter as { readonly constructor?: { readonly name?: unknown } }).constructor?.name;
  return typeof made === 'string' && made !== '' ? made : 'EventEmitter';
}

export function requireListener(listener: unknown): asserts listener is Listener {
  if (typeof listener !== 'function') throw wrongType('listener', 'of type function', listener);
}

export function requireCount(name: string, most: unknown): asserts most is number {
  if (typeof most !== 'number') throw wrongType(name, 'of type number', most);
  if (Number.isNaN(most) || most < 0) throw outOfRange(name, '>= 0', most);
}
