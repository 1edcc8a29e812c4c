/** Decides, at the machine's interrupt ticks, when a program has used up its time or its memory. */

/** Ticks (of 10,000 calls or loop turns) that one transaction may take; some seconds on a slow phone. */
export const ticksPerTransaction = 1500;

export type Stop = 'timeout' | 'out-of-memory';

/** A watch over one run. `tick` is the machine's interrupt handler; it ends the program once, with the reason in `stop`. */
export class Watch {
  ticks = 0;
  stop: Stop | undefined;
  readonly #spent: Uint16Array;
  readonly #current: () => number;
  readonly #overLimit: () => boolean;
  readonly #onTick: () => void;

  /**
   * `current` gives the number of the transaction whose code runs (0 outside of them), `overLimit` whether the
   * program holds more than it may, and `onTick` is told that the machine is at work.
   */
  constructor(transactions: number, current: () => number, overLimit: () => boolean, onTick: () => void) {
    this.#spent = new Uint16Array(transactions + 1);
    this.#current = current;
    this.#overLimit = overLimit;
    this.#onTick = onTick;
  }

  /** A new call into the machine: time spent outside of transactions counts from here. */
  restart(): void {
    this.#spent[0] = 0;
  }

  /** Returns whether the machine must end the program. */
  tick(): boolean {
    if (this.stop !== undefined) return false;
    this.ticks++;
    this.#onTick();
    const transaction = this.#current();
    const spent = this.#spent[transaction]! + 1;
    this.#spent[transaction] = spent;
    if (spent > ticksPerTransaction) this.stop = 'timeout';
    else if (this.#overLimit()) this.stop = 'out-of-memory';
    return this.stop !== undefined;
  }
}
