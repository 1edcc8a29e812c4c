/** The module `node:events`. */

declare module 'node:events' {
  type EventMap<T> = Record<keyof T, any[]> | DefaultEventMap;
  type DefaultEventMap = [never];
  type EventName<T> = T extends DefaultEventMap ? string | symbol : keyof T | (string & {}) | symbol;
  type Values<T, K> = T extends DefaultEventMap
    ? any[]
    : K extends keyof T
      ? T[K] extends any[]
        ? T[K]
        : never
      : any[];

  interface EventEmitterOptions {
    /** Whether promises that listeners return are watched: a rejection becomes an `error` event. */
    captureRejections?: boolean | undefined;
  }
  interface Abortable {
    signal?: AbortSignal | undefined;
  }

  /** Calls its listeners in their order, and keeps them until they are taken off. */
  class EventEmitter<T extends EventMap<T> = DefaultEventMap> {
    constructor(options?: EventEmitterOptions);

    /** Calls the listeners, and says whether there was any. An `error` that nobody listens to is thrown. */
    emit<K extends EventName<T>>(name: K, ...values: Values<T, K>): boolean;
    on<K extends EventName<T>>(name: K, listener: (...values: Values<T, K>) => void): this;
    addListener<K extends EventName<T>>(name: K, listener: (...values: Values<T, K>) => void): this;
    once<K extends EventName<T>>(name: K, listener: (...values: Values<T, K>) => void): this;
    prependListener<K extends EventName<T>>(name: K, listener: (...values: Values<T, K>) => void): this;
    prependOnceListener<K extends EventName<T>>(name: K, listener: (...values: Values<T, K>) => void): this;
    off<K extends EventName<T>>(name: K, listener: (...values: Values<T, K>) => void): this;
    removeListener<K extends EventName<T>>(name: K, listener: (...values: Values<T, K>) => void): this;
    removeAllListeners(name?: EventName<T>): this;
    listeners(name: EventName<T>): Function[];
    rawListeners(name: EventName<T>): Function[];
    listenerCount(name: EventName<T>, listener?: Function): number;
    eventNames(): (string | symbol)[];
    /** A warning comes when an event has more listeners than that; 10 unless set, 0 for never. */
    setMaxListeners(most: number): this;
    getMaxListeners(): number;

    static once: typeof once;
    static on: typeof on;
    static listenerCount: typeof listenerCount;
    static getEventListeners: typeof getEventListeners;
    static getMaxListeners: typeof getMaxListeners;
    static setMaxListeners: typeof setMaxListeners;
    static addAbortListener: typeof addAbortListener;
    static readonly errorMonitor: typeof errorMonitor;
    static readonly captureRejectionSymbol: typeof captureRejectionSymbol;
    static captureRejections: boolean;
    static defaultMaxListeners: number;
    static readonly EventEmitter: typeof EventEmitter;
  }

  /** Resolves with the values of the next event; rejects with an `error` that comes first, or when the signal aborts. */
  function once(emitter: EventEmitter<any>, name: string | symbol, options?: Abortable): Promise<any[]>;
  function once(target: EventTarget, name: string, options?: Abortable): Promise<any[]>;
  /** The events from now on; those not taken yet are kept. */
  function on(
    emitter: EventEmitter<any>,
    name: string | symbol,
    options?: Abortable & { close?: readonly string[] },
  ): AsyncIterableIterator<any[]>;
  function listenerCount(source: EventEmitter<any> | EventTarget, name: string | symbol): number;
  function getEventListeners(source: EventEmitter<any> | EventTarget, name: string | symbol): Function[];
  function getMaxListeners(source: EventEmitter<any> | EventTarget): number;
  function setMaxListeners(most?: number, ...sources: readonly (EventEmitter<any> | EventTarget)[]): void;
  function addAbortListener(signal: AbortSignal, listener: (event: Event) => void): Disposable;
  const defaultMaxListeners: number;
  const errorMonitor: unique symbol;
  const captureRejectionSymbol: unique symbol;

  export {
    addAbortListener,
    captureRejectionSymbol,
    defaultMaxListeners,
    errorMonitor,
    EventEmitter,
    EventEmitter as default,
    getEventListeners,
    getMaxListeners,
    listenerCount,
    on,
    once,
    setMaxListeners,
  };
  export type { Abortable, EventEmitterOptions, EventMap };
}

declare module 'events' {
  export * from 'node:events';
  export { default } from 'node:events';
}
