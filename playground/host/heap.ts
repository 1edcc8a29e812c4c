/** Reads a machine's heap as the program's: counts by class, and bytes without what the machine itself takes. */

import type { ClassSite, Counts, Sample } from '../record.ts';
import * as field from '../guest/fields.ts';
import type { Machine } from './machine.ts';

type Views = ReturnType<Machine['open']>;

/** Readings of one machine; each is current at the moment of the call and costs no call into the machine. */
export class Heap {
  readonly #machine: Machine;
  readonly #sites: readonly ClassSite[];
  readonly #state: () => Float64Array;
  readonly #created: () => Int32Array;
  readonly #live: () => Int32Array;
  readonly #survivors: () => Int32Array;
  #baseline = 0;
  #bytesEach = 0;

  constructor(machine: Machine, views: Views, sites: readonly ClassSite[]) {
    this.#machine = machine;
    this.#sites = sites;
    this.#state = machine.view(views('state'), Float64Array);
    this.#created = machine.view(views('created'), Int32Array);
    this.#live = machine.view(views('live'), Int32Array);
    this.#survivors = machine.view(views('survivors'), Int32Array);
  }

  /** Finds what the census takes for each instance, and takes the heap as it is now for empty. */
  calibrate(): void {
    const machine = this.#machine;
    // The first time also pays for what the machine sets up once.
    for (let time = 0; time < 2; time++) {
      const probes = machine.call('makeProbes');
      const before = machine.heapBytes;
      machine.call('watchProbes');
      this.#bytesEach = (machine.heapBytes - before) / probes;
      machine.call('dropProbes');
      machine.drain();
    }
    machine.collect();
    this.#baseline = machine.heapBytes;
  }

  /** A number that the machine shares, by its index in `fields.ts`. */
  get(index: number): number {
    return this.#state()[index]!;
  }

  /** Bytes that the program holds. */
  get bytes(): number {
    const live = this.#live();
    let watched = 0;
    for (let site = 0; site < this.#sites.length; site++) watched += live[site]!;
    return Math.round(this.#machine.heapBytes - this.#baseline - watched * this.#bytesEach);
  }

  live(): Counts {
    return this.#byName(this.#live());
  }

  created(): Counts {
    return this.#byName(this.#created());
  }

  sample(): Sample {
    return {
      transactions: this.get(field.begun),
      virtualMs: Math.round(this.get(field.servedMs)),
      inFlight: this.get(field.inFlight),
      bytes: this.bytes,
      live: this.live(),
      created: this.created(),
    };
  }

  /** Instances alive, by class and by the slice of the run in which they were created. */
  survivors(): Record<string, readonly number[]> {
    const all = this.#survivors();
    const width = this.#sites.length + 1;
    const ages = (site: number): number[] =>
      Array.from({ length: field.slices }, (_, slice) => all[slice * width + site]!);
    return Object.fromEntries(this.#sites.map(({ name }, site) => [name, ages(site)]));
  }

  #byName(counts: Int32Array): Counts {
    return Object.fromEntries(this.#sites.map(({ name }, site) => [name, counts[site]!]));
  }
}
