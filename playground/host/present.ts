/** What goes on in a machine at this moment: what it asks its host in the midst of a call. */

import * as field from '../guest/fields.ts';
import type { Heap } from './heap.ts';

/** The present of one machine. Until its program's run begins, nothing goes on and its clock stands at 0. */
export class Present {
  /** How often the machine has read its clock since the run began. */
  clockReads = 0;
  #numberOf: (index: number) => number = () => 0;

  /** From here on the present is what the heap's numbers say. */
  begin(heap: Heap): void {
    this.#numberOf = (index) => heap.get(index);
    this.clockReads = 0;
  }

  /** The virtual clock, in ms. */
  readClock(): number {
    this.clockReads++;
    return this.#numberOf(field.now);
  }

  /** Number of the transaction whose code runs, 0 for none. */
  current(): number {
    return this.#numberOf(field.current);
  }

  /** The same, and outside of all calls the one transaction in flight: whose it is, is known where there is but one. */
  during(): number {
    return this.current() || (this.#numberOf(field.inFlight) === 1 ? this.#numberOf(field.begun) : 0);
  }
}
