/** Virtual time: timers fire when the driver lets time pass, in the order in which they are due. */

import { askedForTime, current, now, pendingTimers, timersFired } from './fields.ts';
import { state } from './state.ts';

interface Timer {
  readonly id: number;
  readonly callback: (...values: unknown[]) => void;
  readonly values: unknown[];
  /** Number of the transaction whose code set it; 0 for none. */
  readonly owner: number;
  /** Milliseconds between two calls; 0 for a timer that fires once. */
  readonly every: number;
  due: number;
  /** Place in the heap. */
  at: number;
}

const heap: Timer[] = [];
const byId = new Map<number, Timer>();
let lastId = 0;

/** When the next timer is due, in virtual milliseconds; Infinity without timers. */
export function nextDue(): number {
  return heap[0]?.due ?? Infinity;
}

/**
 * Fires the earliest timer if it is due, and says whether it did. `enter` is told before whose timer it is. What the
 * callback throws passes through.
 */
export function fireDue(enter: (owner: number) => void): boolean {
  const timer = heap[0];
  if (timer === undefined || timer.due > state[now]!) return false;
  state[timersFired]!++;
  enter(timer.owner);
  if (timer.every > 0) {
    timer.due += timer.every;
    sink(timer);
  } else remove(timer);
  timer.callback(...timer.values);
  return true;
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
        callback: callback as Timer['callback'],
        values,
        owner: state[current]!,
        every: repeat ? wait : 0,
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
  byId.set(timer.id, timer);
  place(timer, heap.length);
  rise(timer);
  state[pendingTimers] = heap.length;
}

function remove(timer: Timer): void {
  byId.delete(timer.id);
  const last = heap.pop();
  state[pendingTimers] = heap.length;
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
