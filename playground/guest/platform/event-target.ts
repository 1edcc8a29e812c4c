/** EventTarget as the DOM standard and Node have it. What a listener throws ends the run: nobody could catch it. */

import { addStep, type Step } from './abort-steps.ts';
import { withCode, wrongType } from './errors.ts';
import { CustomEvent, Event, stateOf } from './event.ts';
import { reportUncaught } from '../uncaught.ts';
import { warn } from './warning.ts';

type Callback = ((this: unknown, event: Event) => unknown) | { handleEvent?: unknown };

/** One listener, as its target keeps it. */
interface Listening {
  readonly listener: Callback;
  readonly capture: boolean;
  readonly once: boolean;
  readonly passive: boolean;
  isRemoved: boolean;
  /** Takes it off when the signal that it was added with aborts; held by nobody else. */
  step: (Step & { readonly forget: () => void }) | undefined;
}

interface ListenerOptions {
  readonly once?: unknown;
  readonly capture?: unknown;
  readonly passive?: unknown;
  readonly signal?: object;
}

/** The number of listeners to an event above which a warning comes, 0 for never; and whether it came. */
interface Limit {
  most: number;
  warned: boolean;
}

/** Numbers that differ from the default, by target. */
const limits = new WeakMap<object, Limit>();
let defaultLimit = (): number => 10;
let countChanged: ((target: object, type: string, count: number) => void) | undefined;
let allOf: (target: EventTarget) => Map<string, Listening[]>;

/** Is told how many listeners to events of a type a target has whenever that changes. */
export function onCountChange(told: NonNullable<typeof countChanged>): void {
  countChanged = told;
}

export class EventTarget {
  readonly #listeners = new Map<string, Listening[]>();

  static {
    allOf = (target) => target.#listeners;
  }

  addEventListener(type: unknown, listener: unknown, options?: ListenerOptions | boolean | null): void {
    const listeners = this.#listeners;
    if (!isCallback(listener)) {
      if (listener !== null && listener !== undefined) {
        throw wrongType('listener', 'an instance of EventListener', listener);
      }
      warn(
        'AddEventListenerArgumentTypeWarning',
        `addEventListener called with ${String(listener)} which has no effect.`,
      );
      return;
    }
    const given = typeof options === 'object' ? options : { capture: options };
    const name = String(type);
    const capture = Boolean(given?.capture);
    const list = listeners.get(name) ?? [];
    if (list.some((each) => each.listener === listener && each.capture === capture)) return;
    const added: Listening = {
      listener,
      capture,
      once: Boolean(given?.once),
      passive: Boolean(given?.passive),
      isRemoved: false,
      step: undefined,
    };
    const signal = given?.signal;
    if (signal !== undefined) {
      const step = { run: () => remove(this, name, added) };
      const forget = addStep(signal, step);
      if (forget === undefined) return;
      added.step = Object.assign(step, { forget });
    }
    list.push(added);
    listeners.set(name, list);
    countChanged?.(this, name, list.length);
    warnOfMany(this, name, list.length);
  }

  removeEventListener(type: unknown, listener: unknown, options?: ListenerOptions | boolean | null): void {
    const name = String(type);
    const capture = Boolean(typeof options === 'object' ? options?.capture : options);
    const found = this.#listeners
      .get(name)
      ?.find((each) => each.listener === listener && each.capture === capture);
    if (found !== undefined) remove(this, name, found);
  }

  dispatchEvent(event: unknown): boolean {
    const listeners = this.#listeners;
    if (!(event instanceof Event)) throw wrongType('event', 'an instance of Event', event);
    const state = stateOf(event);
    if (state.isUnderWay) {
      throw withCode(
        new Error(`The event "${event.type}" is already being dispatched`),
        'ERR_EVENT_RECURSION',
      );
    }
    state.isTrusted = false;
    dispatch(this, event, listeners.get(event.type));
    return !event.defaultPrevented;
  }

  get [Symbol.toStringTag](): string {
    return 'EventTarget';
  }
}

/** Dispatches an event of the platform's own, which stays trusted. */
export function dispatchTrusted(target: EventTarget, event: Event): void {
  stateOf(event).isTrusted = true;
  dispatch(target, event, allOf(target).get(event.type));
}

function dispatch(target: EventTarget, event: Event, listeners: readonly Listening[] | undefined): void {
  const state = stateOf(event);
  state.target = target;
  state.isUnderWay = true;
  for (const each of listeners?.slice() ?? []) {
    if (each.isRemoved) continue;
    if (each.once) remove(target, event.type, each);
    state.isPassive = each.passive;
    try {
      callListener(target, each.listener, event);
    } catch (error) {
      reportUncaught(error, { type: 'listener', event: String(event.type) });
    }
    if (state.isStopped) break;
  }
  state.isPassive = false;
  state.isStopped = false;
  state.isUnderWay = false;
}

function callListener(target: EventTarget, listener: Callback, event: Event): void {
  if (typeof listener === 'function') {
    Reflect.apply(listener, target, [event]);
    return;
  }
  const { handleEvent } = listener;
  if (typeof handleEvent !== 'function') throw new TypeError('A listener’s handleEvent is not a function.');
  Reflect.apply(handleEvent, listener, [event]);
}

function remove(target: EventTarget, type: string, listening: Listening): void {
  const list = allOf(target).get(type);
  const at = list?.indexOf(listening) ?? -1;
  if (list === undefined || at < 0) return;
  listening.isRemoved = true;
  listening.step?.forget();
  listening.step = undefined;
  list.splice(at, 1);
  if (list.length === 0) allOf(target).delete(type);
  countChanged?.(target, type, list.length);
}

function isCallback(listener: unknown): listener is Callback {
  return typeof listener === 'function' || (typeof listener === 'object' && listener !== null);
}

function warnOfMany(target: EventTarget, type: string, count: number): void {
  const most = limitOf(target);
  if (most <= 0 || count <= most) return;
  const limit = limits.get(target) ?? { most, warned: false };
  if (limit.warned) return;
  limit.warned = true;
  limits.set(target, limit);
  const { name } = target.constructor;
  warn(
    'MaxListenersExceededWarning',
    `Possible EventTarget memory leak detected. ${count} ${type} listeners added to [${name}]. ` +
      `MaxListeners is ${most}. Use events.setMaxListeners() to increase limit`,
  );
}

/** Functions and objects that listen to events of that type. */
export function listenersOf(target: object, type: string): ((...values: readonly unknown[]) => unknown)[] {
  if (!(target instanceof EventTarget)) {
    throw wrongType('emitter', 'an instance of EventEmitter or EventTarget', target);
  }
  return (allOf(target).get(type) ?? []).map(({ listener }) => listener as () => unknown);
}

/** The number of listeners above which the target warns. */
export function limitOf(target: object): number {
  return limits.get(target)?.most ?? defaultLimit();
}

export function setLimit(target: object, most: number): void {
  const limit = limits.get(target);
  if (limit === undefined) limits.set(target, { most, warned: false });
  else limit.most = most;
}

/** Where the default number comes from, once emitters are there as well. */
export function setDefaultLimit(limit: () => number): void {
  defaultLimit = limit;
}

/** Puts the three classes where a program looks for them. */
export function install(): readonly unknown[] {
  Object.assign(globalThis, { Event, CustomEvent, EventTarget });
  return [Event, CustomEvent, EventTarget];
}
