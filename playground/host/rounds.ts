/** Calls into a machine, one round after another, and does what is due between two: limits, collections, samples. */

import type { Failure, Sample, Workload } from '../record.ts';
import * as field from '../guest/fields.ts';
import type { Call } from '../guest/messages.ts';
import type { RunParts } from './open-run.ts';

/** Transactions between two collections that happen whoever is looking; more in a long run, where each costs more. */
const collectEvery = (begun: number): number => Math.max(256, begun >> 4);

/** Entries that give an outcome, and are called until it is another than going on. */
type Round = Extract<Call, `${string}Round`>;

/** The rounds of one run. */
export class Rounds {
  /** Set where the program was seen to hold more than it may, between two calls. */
  failure: Failure | undefined;
  readonly samples: Sample[] = [];
  /** Bytes by which the heap has grown in all rounds together. */
  grown = 0;
  #collected = 0;
  readonly #parts: RunParts;
  readonly #workload: Workload;
  readonly #onSample: ((sample: Sample) => void) | undefined;

  constructor(parts: RunParts, workload: Workload, onSample?: (sample: Sample) => void) {
    this.#parts = parts;
    this.#workload = workload;
    this.#onSample = onSample;
  }

  /** Calls rounds until the machine says that it is done (true) or that the program failed (false). */
  *until(round: Round, goal?: number): Generator<void, boolean> {
    const { machine, guestMessages } = this.#parts;
    for (;;) {
      const before = machine.heapBytes;
      const outcome = this.enter(round, goal);
      this.grown += Math.max(0, machine.heapBytes - before);
      if (guestMessages.failure !== undefined || outcome === field.outcome.failed) return false;
      if (outcome === field.outcome.collect) this.collectVirtually();
      this.#enforceLimits();
      if (this.failure !== undefined) return false;
      if (outcome === field.outcome.done) return true;
      yield;
    }
  }

  /** One call with all that follows of it: jobs, and a rejection that nobody has heard. */
  enter(entry: Call, argument?: number): number {
    const { machine, budget } = this.#parts;
    budget.restart();
    const result = machine.call(entry, argument);
    budget.restart();
    machine.drain();
    machine.tellRejection();
    return result;
  }

  /** A collection of the server's own, as its program sees it. */
  collectVirtually(): void {
    this.enter('beginCollection');
    this.#parts.machine.collectFully();
    this.enter('endCollection');
  }

  sample(): void {
    const sample = this.#parts.heap.sample();
    this.samples.push(sample);
    this.#onSample?.(sample);
  }

  /** What follows every round: the memory limit, collections on schedule, and a sample where one is due. */
  #enforceLimits(): void {
    const { machine, heap, limit, guestMessages } = this.#parts;
    const begun = heap.get(field.begun);
    const collect = (): void => {
      machine.collectFully();
      this.#collected = begun;
    };
    if (limit.isExceeded(collect)) {
      this.failure = guestMessages.outOfMemory(begun, limit.bytes);
      return;
    }
    if (begun - this.#collected >= collectEvery(begun)) collect();
    const { samples, transactions } = this.#workload;
    if (this.samples.length >= samples) return;
    if (begun < Math.ceil(((this.samples.length + 1) * transactions) / samples)) return;
    machine.collectFully();
    this.sample();
  }
}
