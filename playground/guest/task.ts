/** What a callback takes along from where it was handed over to where it runs: nothing, unless a program asks for it. */

type Callback = (...values: never[]) => unknown;

let bind: <C extends Callback>(callback: C) => C = (callback) => callback;
let begin = (): void => undefined;

/** Sets what is taken along, and how a task that nobody handed over begins. */
export function carryAlong(binding: typeof bind, beginning: typeof begin): void {
  bind = binding;
  begin = beginning;
}

/** The callback as it is to be called later. */
export function bound<C extends Callback>(callback: C): C {
  return bind(callback);
}

/** To be called before the server calls the program by itself. */
export function beginTask(): void {
  begin();
}
