/** The module `node:async_hooks`. */

declare module 'node:async_hooks' {
  /** A value that stays with what is done for a task, through promises, `await`, ticks and timers. */
  class AsyncLocalStorage<T> {
    static bind<F extends (...values: any[]) => any>(callback: F): F;
    static snapshot(): <R, V extends any[]>(callback: (...values: V) => R, ...values: V) => R;
    constructor(options?: { name?: string; defaultValue?: T });
    readonly name: string;
    getStore(): T | undefined;
    /** Calls `callback`, for which, and for all that it begins, the store is `store`. */
    run<R, V extends any[]>(store: T, callback: (...values: V) => R, ...values: V): R;
    exit<R, V extends any[]>(callback: (...values: V) => R, ...values: V): R;
    /** From here on, in what runs now and all that it begins. */
    enterWith(store: T): void;
    disable(): void;
  }

  /** Keeps the stores of where it was made, for callbacks that something else calls. */
  class AsyncResource {
    static bind<F extends (...values: any[]) => any>(callback: F, type?: string, self?: any): F;
    constructor(type: string, options?: object);
    readonly type: string;
    runInAsyncScope<R, V extends any[]>(callback: (...values: V) => R, self?: any, ...values: V): R;
    bind<F extends (...values: any[]) => any>(callback: F, self?: any): F;
    emitDestroy(): this;
    asyncId(): number;
    triggerAsyncId(): number;
  }

  const all: { AsyncLocalStorage: typeof AsyncLocalStorage; AsyncResource: typeof AsyncResource };
  export { all as default, AsyncLocalStorage, AsyncResource };
}

declare module 'async_hooks' {
  export * from 'node:async_hooks';
  export { default } from 'node:async_hooks';
}
