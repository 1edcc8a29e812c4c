/** The bytes that a program may hold; nothing else decides whether it holds more. */

import type { Heap } from './heap.ts';
import type { Machine } from './machine.ts';

/** A limit on what one program holds. What is garbage by now does not count: it is collected before anything is said. */
export class MemoryLimit {
  readonly bytes: number;
  readonly #machine: Machine;
  readonly #heap: Heap;

  constructor(bytes: number, machine: Machine, heap: Heap) {
    this.bytes = bytes;
    this.#machine = machine;
    this.#heap = heap;
  }

  /** Whether the heap is larger by now, garbage and all. */
  get isReached(): boolean {
    return this.#heap.bytes > this.bytes;
  }

  /**
   * Whether the program holds more, even after `collect`, which is called only where the limit is reached. The usual one may
   * come in the midst of a call; one that runs promise jobs as well may not.
   */
  isExceeded(collect: () => void = () => this.#machine.collect()): boolean {
    if (!this.isReached) return false;
    collect();
    return this.isReached;
  }
}
