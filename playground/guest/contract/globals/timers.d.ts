/** Timers and the process under the names that @types/node gives them, and the modules that have them. */

declare namespace NodeJS {
  type Timeout = Timer;
  type Timer = globalThis.Timer;
  type Immediate = number;

  interface HRTime {
    (since?: readonly [number, number]): [number, number];
    bigint(): bigint;
  }
  /** As much of Node's process as there is here. */
  interface Process {
    /** Empty: nothing surrounds this machine. */
    readonly env: Readonly<Record<string, string | undefined>>;
    /** Calls `callback` when what runs now is over, before promises and timers. */
    nextTick<Values extends readonly unknown[]>(
      callback: (...values: Values) => void,
      ...values: Values
    ): void;
    /** Prints a warning on the console. */
    emitWarning(warning: string | Error, type?: string): void;
    /** Virtual time. */
    readonly hrtime: HRTime;
    /** Virtual seconds since the run began. */
    uptime(): number;
  }
}

declare var process: NodeJS.Process;

declare module 'node:process' {
  const process: NodeJS.Process;
  export const env: NodeJS.Process['env'];
  export const emitWarning: NodeJS.Process['emitWarning'];
  export const hrtime: NodeJS.Process['hrtime'];
  export const nextTick: NodeJS.Process['nextTick'];
  export const uptime: NodeJS.Process['uptime'];
  export default process;
}

declare module 'node:timers' {
  const setTimeout: typeof globalThis.setTimeout;
  const setInterval: typeof globalThis.setInterval;
  const setImmediate: typeof globalThis.setImmediate;
  const clearTimeout: typeof globalThis.clearTimeout;
  const clearInterval: typeof globalThis.clearInterval;
  const clearImmediate: typeof globalThis.clearImmediate;
  const timers: {
    setTimeout: typeof setTimeout;
    setInterval: typeof setInterval;
    setImmediate: typeof setImmediate;
    clearTimeout: typeof clearTimeout;
    clearInterval: typeof clearInterval;
    clearImmediate: typeof clearImmediate;
  };
  export {
    timers as default,
    setTimeout,
    setInterval,
    setImmediate,
    clearTimeout,
    clearInterval,
    clearImmediate,
  };
}

declare module 'node:timers/promises' {
  interface TimerOptions {
    signal?: AbortSignal | undefined;
    ref?: boolean | undefined;
  }
  /** Resolves with `value` after so much virtual time. */
  function setTimeout<T = void>(milliseconds?: number, value?: T, options?: TimerOptions): Promise<T>;
  function setImmediate<T = void>(value?: T, options?: TimerOptions): Promise<T>;
  function setInterval<T = void>(
    milliseconds?: number,
    value?: T,
    options?: TimerOptions,
  ): AsyncGenerator<T, void>;
  const scheduler: {
    wait(milliseconds: number, options?: TimerOptions): Promise<void>;
    yield(): Promise<void>;
  };
  const all: {
    setTimeout: typeof setTimeout;
    setImmediate: typeof setImmediate;
    setInterval: typeof setInterval;
    scheduler: typeof scheduler;
  };
  export { all as default, setTimeout, setImmediate, setInterval, scheduler };
}

declare module 'node:crypto' {
  const getRandomValues: Crypto['getRandomValues'];
  const randomUUID: Crypto['randomUUID'];
  /** An integer from `least`, or 0, up to `limit` and without it. */
  function randomInt(limit: number): number;
  function randomInt(least: number, limit: number): number;
  const webcrypto: Crypto;
  const all: {
    getRandomValues: typeof getRandomValues;
    randomUUID: typeof randomUUID;
    randomInt: typeof randomInt;
    webcrypto: Crypto;
  };
  export { all as default, getRandomValues, randomUUID, randomInt, webcrypto };
}

declare module 'process' {
  export * from 'node:process';
  export { default } from 'node:process';
}
declare module 'timers' {
  export * from 'node:timers';
  export { default } from 'node:timers';
}
declare module 'timers/promises' {
  export * from 'node:timers/promises';
  export { default } from 'node:timers/promises';
}
declare module 'crypto' {
  export * from 'node:crypto';
  export { default } from 'node:crypto';
}
