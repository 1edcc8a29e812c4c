/** Virtual time: timers fire when the driver lets time pass, in the order in which they are due. */

import { askedForTime, current, now, pendingTimers, repeatingTimers, timersFired } from './fields.ts';
import { state } from './state.ts';
import { bound } from './task.ts';

interface Timer {
  readonly id: number;
  readonly callback: (...values: unknown[]) => void;
  readonly values: unknown[];
  /** Number of the transaction whose code set it; 0 for none. */
  readonly owner: number;
  /** Milliseconds between two calls; for a timer that fires once, those until then, as a negative number. */
  readonly every: number;
  due: number;
  /** The program has said that nobody is to wait for it. */
  unreferenced?: boolean;
  /** Place in the heap. */
  at: number;
}

const heap: Timer[] = [];
const byId = new Map<number, Timer>();
let lastId = 0;

/** What is to run before any timer, and before time passes. */
const ticks: { readonly callback: () => void; readonly owner: number }[] = [];

/** When the next timer is due, in virtual milliseconds; Infinity without timers. */
export function nextDue(): number {
  return ticks.length > 0 ? state[now]! : (heap[0]?.due ?? Infinity);
}

/** Calls `callback` when what runs now is over: before promises' jobs if the machine called it, after them if it is one. */
export function addTick(callback: () => void): void {
  ticks.push({ callback, owner: state[current]! });
  countPending();
}

/** Runs what `addTick` was given, and says whether there was any. `enter` as for `fireDue`; what a callback throws passes through. */
export function runTicks(enter: (owner: number) => void): boolean {
  if (ticks.length === 0) return false;
  while (ticks.length > 0) {
    const { callback, owner } = ticks.shift()!;
    countPending();
    enter(owner);
    callback();
  }
  return true;
}

function countPending(): void {
  state[pendingTimers] = heap.length + ticks.length;
}

/** Calls `callback` once after `wait` virtual ms, 0 for the next turn. Returns what takes it back. */
export function schedule(callback: () => void, wait: number): () => void {
  const owner = state[current]!;
  const due = state[now]! + wait;
  const timer: Timer = { id: ++lastId, callback, values: [], owner, every: 0, due, at: 0 };
  add(timer);
  return () => {
    if (byId.get(timer.id) === timer) remove(timer);
  };
}

/**
 * Fires the earliest timer if it is due, and says whether it did. `enter` is told before whose timer it is. What the
 * callback throws passes through.
 */
export function fireDue(enter: (owner: number) => void): boolean {
  if (runTicks(enter)) return true;
  const timer = heap[0];
  if (timer === undefined || timer.due > state[now]!) return false;
  state[timersFired]!++;
  enter(timer.owner);
  if (timer.every > 0) {
    timer.due += timer.every;
    sink(timer);
  } else remove(timer);
  const { callback, values } = timer;
  callback(...values);
  runTicks(enter);
  return true;
}

/** Says of a timer that is still to fire whether anybody is to wait for it. */
export function setReferenced(id: number, referenced: boolean): void {
  const timer = byId.get(id);
  if (timer !== undefined && (timer.unreferenced ?? false) === referenced) timer.unreferenced = !referenced;
}

/** Whether the timer is still to fire and waited for. */
export function isReferenced(id: number): boolean {
  return byId.has(id) && byId.get(id)?.unreferenced !== true;
}

/** Starts the time of a timer anew, if it is still to fire. */
export function restart(id: number): void {
  const timer = byId.get(id);
  if (timer === undefined) return;
  timer.due = state[now]! + Math.abs(timer.every);
  rise(timer);
  sink(timer);
}

/** Puts the four timer functions where a program looks for them. */
export function installClock(): void {
  const epoch = state[now]!;
  const set =
    (repeat: boolean) =>
    (callback: unknown, delay: unknown, ...values: unknown[]) => {
      if (typeof callback !== 'function') throw new TypeError('A timer needs a function to call.');
      const wait = Math.max(1, Math.floor(Number(delay)) || 0);
      state[askedForTime]!++;
      const timer = {
        id: ++lastId,
        callback: bound(callback as Timer['callback']),
        values,
        owner: state[current]!,
        every: repeat ? wait : -wait,
      };
      add({ ...timer, due: state[now]! + wait, at: 0 });
      return timer.id;
    };
  const clear = (id: unknown): void => {
    const timer = byId.get(id as number);
    if (timer !== undefined) remove(timer);
  };
  Object.assign(globalThis, {
    setTimeout: set(false),
    setInterval: set(true),
    clearTimeout: clear,
    clearInterval: clear,
    performance: {
      now: () => {
        state[askedForTime]!++;
        return state[now]! - epoch;
      },
    },
  });
}

function before(a: Timer, b: Timer): boolean {
  return a.due < b.due || (a.due === b.due && a.id < b.id);
}

function place(timer: Timer, at: number): void {
  heap[at] = timer;
  timer.at = at;
}

function add(timer: Timer): void {
  if (timer.every > 0) state[repeatingTimers]!++;
  byId.set(timer.id, timer);
  place(timer, heap.length);
  rise(timer);
  countPending();
}

function remove(timer: Timer): void {
  if (timer.every > 0) state[repeatingTimers]!--;
  byId.delete(timer.id);
  const last = heap.pop();
  countPending();
  if (last === undefined || last === timer) return;
  place(last, timer.at);
  rise(last);
  sink(last);
}

function rise(timer: Timer): void {
  while (timer.at > 0) {
    const parent = heap[(timer.at - 1) >> 1]!;
    if (!before(timer, parent)) return;
    const at = parent.at;
    place(parent, timer.at);
    place(timer, at);
  }
}

function sink(timer: Timer): void {
  for (;;) {
    const left = heap[timer.at * 2 + 1];
    const right = heap[timer.at * 2 + 2];
    const child = right !== undefined && left !== undefined && before(right, left) ? right : left;
    if (child === undefined || !before(child, timer)) return;
    const at = child.at;
    place(child, timer.at);
    place(timer, at);
  }
}
