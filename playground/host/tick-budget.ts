/** Decides, at the machine's interrupt ticks, when a program has used up its time or its memory. */

import type { MemoryLimit } from './memory-limit.ts';

/** Ticks (of 10,000 calls or loop turns) that one transaction may take; some seconds on a slow phone. */
export const ticksPerTransaction = 1500;

/** Ticks that a whole run may take, for each of its transactions and in all; half a minute to two minutes of work. */
const ticksPerRun = { each: 20, atLeast: 60_000 };

/** Ticks after which a run of so many transactions is ended. */
export function mostTicks(transactions: number): number {
  return Math.max(ticksPerRun.atLeast, ticksPerRun.each * transactions);
}

/** `endless`: the run as a whole took too long, though no single transaction did. `wanted`: the owner has seen enough. */
export type Stop = 'timeout' | 'endless' | 'out-of-memory' | 'wanted';

/** The ticks that one run may take. `tick` is the machine's interrupt handler; it ends the program once, with the reason in `stop`. */
export class TickBudget {
  ticks = 0;
  stop: Stop | undefined;
  /** Ticks after which the whole run is ended. */
  readonly most: number;
  readonly #spent: Uint16Array;
  readonly #current: () => number;
  readonly #onTick: () => void;
  #limit: MemoryLimit | undefined;

  /**
   * `current` gives the number of the transaction whose code runs (0 outside of them), and `onTick` is told that the
   * machine is at work.
   */
  constructor(
    transactions: number,
    current: () => number,
    onTick: () => void,
    most = mostTicks(transactions),
  ) {
    this.#spent = new Uint16Array(transactions + 1);
    this.most = most;
    this.#current = current;
    this.#onTick = onTick;
  }

  /** From here on a program is ended, too, when it holds more than that. */
  guard(limit: MemoryLimit): void {
    this.#limit = limit;
  }

  /** A new call into the machine: time spent outside of transactions counts from here. */
  restart(): void {
    this.#spent[0] = 0;
  }

  /** Returns whether the machine must end the program. */
  tick(): boolean {
    if (this.stop === 'wanted') return true;
    if (this.stop !== undefined) return false;
    this.ticks++;
    this.#onTick();
    const transaction = this.#current();
    const spent = this.#spent[transaction]! + 1;
    this.#spent[transaction] = spent;
    if (spent > ticksPerTransaction) this.stop = 'timeout';
    else if (this.ticks > this.most) this.stop = 'endless';
    else if (this.#limit?.isExceeded() === true) this.stop = 'out-of-memory';
    return this.stop !== undefined;
  }
}
