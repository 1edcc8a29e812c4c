/** What a program finds around it besides the language: a console, timers, a clock. All of it is virtual. */

interface Console {
  log(...values: readonly unknown[]): void;
  info(...values: readonly unknown[]): void;
  warn(...values: readonly unknown[]): void;
  error(...values: readonly unknown[]): void;
  debug(...values: readonly unknown[]): void;
  /** Prints the values when `condition` does not hold. */
  assert(condition?: unknown, ...values: readonly unknown[]): void;
  /** Prints how often it was called with that label. */
  count(label?: string): void;
  countReset(label?: string): void;
  dir(value: unknown, options?: object): void;
  dirxml(...values: readonly unknown[]): void;
  /** Indents the lines that follow by two characters, until `groupEnd`. */
  group(...values: readonly unknown[]): void;
  groupCollapsed(...values: readonly unknown[]): void;
  groupEnd(): void;
  /** Prints rows as a table. */
  table(rows: unknown, columns?: readonly string[]): void;
  /** Begins to measure virtual time under that label; `timeLog` and `timeEnd` print it. */
  time(label?: string): void;
  timeLog(label?: string, ...values: readonly unknown[]): void;
  timeEnd(label?: string): void;
  /** Prints the values, and the program's calls that led here. */
  trace(...values: readonly unknown[]): void;
  clear(): void;
}

declare var console: Console;

/** A timer's number, with the methods that Node gives it. */
type Timer = number & TimerMethods;

interface TimerMethods {
  /** Without effect: no process here waits for its timers. */
  ref(): Timer;
  unref(): Timer;
  hasRef(): boolean;
  /** Restarts the timer. */
  refresh(): Timer;
}

/** Calls `callback` once, after `milliseconds` of virtual time. Returns the number that `clearTimeout` takes. */
declare function setTimeout<Values extends readonly unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): Timer;
declare function setTimeout(callback: (value: void) => void, milliseconds?: number): Timer;
declare function clearTimeout(timer: number | undefined): void;

/** Calls `callback` every `milliseconds` of virtual time, until `clearInterval` gets the number returned. */
declare function setInterval<Values extends readonly unknown[]>(
  callback: (...values: Values) => void,
  milliseconds?: number,
  ...values: Values
): Timer;
declare function setInterval(callback: (value: void) => void, milliseconds?: number): Timer;
declare function clearInterval(timer: number | undefined): void;

/** Calls `callback` when the current task is done. */
declare function queueMicrotask(callback: () => void): void;

interface Performance {
  /** Virtual milliseconds since the run began. */
  now(): number;
  /** When the run began, in milliseconds since 1970. */
  readonly timeOrigin: number;
  /** Records the current time under a name. Marks and measures stay until they are cleared. */
  mark(name: string, options?: { startTime?: number; detail?: unknown }): PerformanceEntry;
  measure(
    name: string,
    start?: string | { start?: string | number; end?: string | number; duration?: number; detail?: unknown },
    end?: string,
  ): PerformanceEntry;
  clearMarks(name?: string): void;
  clearMeasures(name?: string): void;
  getEntries(): PerformanceEntry[];
  getEntriesByName(name: string, type?: string): PerformanceEntry[];
  getEntriesByType(type: string): PerformanceEntry[];
  toJSON(): object;
}

interface PerformanceEntry {
  readonly name: string;
  readonly entryType: string;
  readonly startTime: number;
  readonly duration: number;
  readonly detail: any;
  toJSON(): object;
}

declare var performance: Performance;
