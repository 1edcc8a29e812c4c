/** What a program finds around it besides the language: a console, timers, a clock. All of it is virtual. */

interface Console {
  log(...values: readonly unknown[]): void;
  info(...values: readonly unknown[]): void;
  warn(...values: readonly unknown[]): void;
  error(...values: readonly unknown[]): void;
  debug(...values: readonly unknown[]): void;
}

declare var console: Console;

/** Calls `callback` once, after `milliseconds` of virtual time. Returns the number that `clearTimeout` takes. */
declare function setTimeout<Values extends readonly unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): number;
declare function clearTimeout(timer: number | undefined): void;

/** Calls `callback` every `milliseconds` of virtual time, until `clearInterval` gets the number returned. */
declare function setInterval<Values extends readonly unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): number;
declare function clearInterval(timer: number | undefined): void;

/** Calls `callback` when the current task is done. */
declare function queueMicrotask(callback: () => void): void;

interface Performance {
  /** Virtual milliseconds since the run began. */
  now(): number;
}

declare var performance: Performance;
