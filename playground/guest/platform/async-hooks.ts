/** The module `node:async_hooks`: AsyncLocalStorage and AsyncResource. */

import { bindToFrame, enter, install as installContext, runUnder, save } from './async-context.ts';
import { wrongType } from './errors.ts';

type Callback = (...values: never[]) => unknown;

installContext();

class AsyncLocalStorage {
  readonly #name: string;
  readonly #default: unknown;

  constructor(options?: { readonly name?: string; readonly defaultValue?: unknown }) {
    this.#name = options?.name ?? '';
    this.#default = options?.defaultValue;
  }

  get name(): string {
    return this.#name;
  }

  getStore(): unknown {
    const frame = save();
    return frame.has(this) ? frame.get(this) : this.#default;
  }

  run(store: unknown, callback: Callback, ...values: readonly unknown[]): unknown {
    return runUnder(new Map(save()).set(this, store), callback, undefined, values);
  }

  exit(callback: Callback, ...values: readonly unknown[]): unknown {
    return this.run(undefined, callback, ...values);
  }

  enterWith(store: unknown): void {
    enter(new Map(save()).set(this, store));
  }

  disable(): void {
    const frame = new Map(save());
    frame.delete(this);
    enter(frame);
  }

  static bind<C extends Callback>(callback: C): C {
    if (typeof callback !== 'function') throw wrongType('fn', 'of type function', callback);
    return bindToFrame(callback);
  }

  static snapshot(): (callback: Callback, ...values: readonly unknown[]) => unknown {
    const frame = save();
    return (callback, ...values) => runUnder(frame, callback, undefined, values);
  }
}

let lastId = 1;

class AsyncResource {
  readonly #frame = save();
  readonly #id = ++lastId;
  readonly type: string;

  constructor(type: unknown) {
    if (typeof type !== 'string') throw wrongType('type', 'of type string', type);
    this.type = type;
  }

  runInAsyncScope(callback: Callback, self?: unknown, ...values: readonly unknown[]): unknown {
    return runUnder(this.#frame, callback, self, values);
  }

  bind(callback: Callback, self?: unknown): (...values: readonly unknown[]) => unknown {
    if (typeof callback !== 'function') throw wrongType('fn', 'of type function', callback);
    const [frame, given] = [this.#frame, arguments.length > 1];
    return function (this: unknown, ...values) {
      return runUnder(frame, callback, given ? self : this, values);
    };
  }

  emitDestroy(): this {
    return this;
  }

  asyncId(): number {
    return this.#id;
  }

  triggerAsyncId(): number {
    return 1;
  }

  static bind(callback: Callback, type?: string, self?: unknown): (...values: readonly unknown[]) => unknown {
    const resource = new AsyncResource(type ?? (callback.name || 'bound-anonymous-fn'));
    return self === undefined ? resource.bind(callback) : resource.bind(callback, self);
  }
}

const all = { AsyncLocalStorage, AsyncResource };
export { all as default, AsyncLocalStorage, AsyncResource };
