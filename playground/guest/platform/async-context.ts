/**
 * What every AsyncLocalStorage holds at present, and how it gets from where a callback is handed over to where it
 * runs. `then`, microtasks, ticks and timers take it along; for `await` the compiler calls the four functions here.
 */

import { carryAlong } from '../task.ts';

/** Stores by AsyncLocalStorage; never changed once it is current. */
export type Frame = ReadonlyMap<object, unknown>;
type Callback = (...values: never[]) => unknown;

const root: Frame = new Map();
let current = root;

/** The frame at present. */
export function save(): Frame {
  return current;
}

/** Makes a frame the present one. */
export function enter(frame: Frame): void {
  current = frame;
}

/** `await pass(value, frame = save())`: the value, with the frame taken after it. */
export function pass<T>(value: T, _frame: Frame): T {
  return value;
}

/** `resume(await …, frame, frame = undefined)`: back to where the function had stopped. */
export function resume<T>(value: T, frame: Frame | undefined): T {
  if (frame !== undefined) current = frame;
  return value;
}

/** `frame = rejoin(frame)` in a catch or finally: the same after an await that was rejected. */
export function rejoin(frame: Frame | undefined): undefined {
  if (frame !== undefined) current = frame;
}

/** Calls `callback` under a frame, and returns to the present one. */
export function runUnder(
  frame: Frame,
  callback: Callback,
  self: unknown,
  values: readonly unknown[],
): unknown {
  const outer = current;
  current = frame;
  try {
    return Reflect.apply(callback, self, values);
  } finally {
    current = outer;
  }
}

/** The callback, to be called later under the present frame. */
export function bindToFrame<C extends Callback>(callback: C): C {
  const frame = current;
  const bound = function (this: unknown, ...values: readonly unknown[]): unknown {
    return runUnder(frame, callback, this, values);
  };
  return bound as unknown as C;
}

/** Lets all that puts a callback off take the frame along. */
export function install(): readonly unknown[] {
  carryAlong(bindToFrame, () => {
    current = root;
  });
  const bindIfCallable = (value: unknown): unknown =>
    typeof value === 'function' ? bindToFrame(value as Callback) : value;
  const realThen = Reflect.get(Promise.prototype, 'then') as Callback;
  // A method, since a function of its own could be called with `new`.
  const { then } = {
    then(this: unknown, onValue: unknown, onError: unknown): unknown {
      return Reflect.apply(realThen, this, [bindIfCallable(onValue), bindIfCallable(onError)]);
    },
  };
  Reflect.defineProperty(Promise.prototype, 'then', { value: then });
  const realMicrotask = queueMicrotask as Callback;
  const microtask = (callback: unknown): void => {
    Reflect.apply(realMicrotask, undefined, [bindIfCallable(callback)]);
  };
  Object.defineProperty(microtask, 'name', { value: 'queueMicrotask' });
  Object.defineProperty(globalThis, 'queueMicrotask', { value: microtask });
  return [];
}
