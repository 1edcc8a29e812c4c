/** Promises that a program rejected while nobody listened: each is held until somebody does, or until it is told. */

import type { JSValueHandle, QuickJS } from 'quickjs-wasi';

interface Rejection {
  /** The host's own hold on the promise. */
  readonly held: number;
  /** Number of what went on when it was rejected. */
  readonly during: number;
}

/** Rejections that take about as long as 10,000 loop turns. */
const perTick = 250;

/** The promises of one machine. They are held as they are: what they were rejected with is looked at only if it is told. */
export class Rejections {
  readonly #vm: QuickJS;
  readonly #during: () => number;
  readonly #isFull: () => boolean;
  #kept = 0;
  /** By the promise's identity, which no other can have as long as it is held. */
  readonly #byPromise = new Map<number, Rejection>();

  constructor(vm: QuickJS, during: () => number, isFull: () => boolean) {
    this.#vm = vm;
    this.#during = during;
    this.#isFull = isFull;
  }

  /** Returns whether another tick of work has come together: the host's part in a rejection is no call of the program's. */
  keep({ identity, ptr }: JSValueHandle): boolean {
    const held = this.#vm._getExports().qjs_dup_value(ptr);
    this.#byPromise.set(identity, { held, during: this.#during() });
    // Where room is short, only the first is held: it is what would be told.
    if (this.#isFull()) for (const later of [...this.#byPromise.keys()].slice(1)) this.#release(later);
    return ++this.#kept % perTick === 0;
  }

  /** Somebody listens to it after all. */
  forget({ identity }: JSValueHandle): void {
    this.#release(identity);
  }

  forgetAll(): void {
    for (const identity of this.#byPromise.keys()) this.#release(identity);
  }

  #release(identity: number): void {
    const rejection = this.#byPromise.get(identity);
    if (rejection === undefined) return;
    this.#byPromise.delete(identity);
    this.#vm._getExports().qjs_free_value(rejection.held);
  }

  /** The first of them, still held, which `reasonOf` lets go; the others are let go at once. */
  takeFirst(): Rejection | undefined {
    const [first] = this.#byPromise;
    if (first === undefined) return undefined;
    this.#byPromise.delete(first[0]);
    this.forgetAll();
    return first[1];
  }

  /** What it was rejected with; it is held no longer. */
  reasonOf({ held }: Rejection): JSValueHandle {
    const vm = this.#vm;
    const { qjs_promise_result: resultOf, qjs_free_value: free } = vm._getExports();
    const result = resultOf(held);
    const reason = vm.importHandle(result);
    free(result);
    free(held);
    return reason;
  }
}
