/** Runs one program under one workload in a machine of its own, round by round, and records what it measures. */

import { BATCHES, planBatches } from '../analysis/batches.ts';
import { createPositions } from '../compiler/positions.ts';
import type {
  Breach,
  Checkpoint,
  Counts,
  Dropped,
  Failure,
  RunRecord,
  Sample,
  SteadyLoad,
  Workload,
} from '../protocol.ts';
import * as field from '../guest/fields.ts';
import type { Call } from '../guest/messages.ts';
import { HaltedError, type Machine } from './machine.ts';
import { failureOf } from './failure.ts';
import { Heap } from './heap.ts';
import { Inbox } from './inbox.ts';
import { openMachine } from './open-machine.ts';
import type { RunListener, RunOptions } from './run-options.ts';
import { Watch } from './watch.ts';

/** Transactions between two collections that happen whoever is looking; more in a long run, where each costs more. */
const collectEvery = (begun: number): number => Math.max(256, begun >> 4);

/** Where a transaction can be cut short; places of `guest/slots.ts`. */
const probe = { atFirstLine: 1, inSend: 2, inSecondSend: 3 };

/** Entries that give an outcome, and are called until it is another than going on. */
type Round = Extract<Call, `${string}Round`>;

/** Comments and texts, which take no room of their own for each character of code. */
const texts = /\/\*.*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gs;

/** Transactions of a steady run that are not over at its last checkpoint, or that a straggler's place was taken by. */
export function unmeasured({ stragglers }: SteadyLoad, concurrency: number): number {
  return stragglers + concurrency + BATCHES;
}

/** One run. `steps()` plays it; between two steps the owner may pause, or leave it for good. */
export class ProgramRun {
  readonly #workload: Workload;
  readonly #listener: RunListener;
  readonly #machine: Machine;
  readonly #heap: Heap;
  readonly #watch: Watch;
  readonly #inbox: Inbox;
  readonly #samples: Sample[] = [];
  readonly #checkpoints: Checkpoint[] = [];
  readonly #probes: boolean;
  readonly #codeLength: number;
  /** How often the program has read the clock. */
  readonly #clockReads: () => number;
  /** The virtual clock when the run began. */
  readonly #epoch: number;
  #failure: Failure | undefined;
  #survivors: RunRecord['survivors'] | undefined;
  #dropped: RunRecord['dropped'];
  #ebb: Pick<RunRecord, 'ebb'> = {};
  #loadedBytes = 0;
  #grown = 0;
  #collected = 0;

  private constructor(
    options: RunOptions,
    machine: Machine,
    heap: Heap,
    watch: Watch,
    inbox: Inbox,
    clockReads: () => number,
  ) {
    this.#workload = options.workload;
    this.#listener = options.listener;
    this.#machine = machine;
    this.#heap = heap;
    this.#watch = watch;
    this.#inbox = inbox;
    this.#probes = options.probes ?? options.workload.steady !== undefined;
    this.#codeLength = options.compiled.code.replace(texts, '').length;
    this.#clockReads = clockReads;
    this.#epoch = heap.get(field.now);
    inbox.onHalt = () => {
      watch.stop = 'wanted';
    };
  }

  static async create(options: RunOptions): Promise<ProgramRun> {
    const { workload, listener } = options;
    const inbox = new Inbox(listener, createPositions(options.compiled.map));
    const opened: { machine?: Machine; heap?: Heap } = {};
    const overLimit = (): boolean => {
      const isOver = (): boolean => (opened.heap?.bytes ?? 0) > workload.memoryLimit;
      if (!isOver()) return false;
      opened.machine?.collect();
      return isOver();
    };
    const current = (): number => opened.heap?.get(field.current) ?? 0;
    // Outside of all calls it is known only where there is but one that it can be.
    const during = (): number => {
      const { heap } = opened;
      return current() || (heap?.get(field.inFlight) === 1 ? heap.get(field.begun) : 0);
    };
    const watch = new Watch(
      workload.transactions,
      current,
      overLimit,
      () => listener.onTick?.(),
      options.mostTicks,
    );
    let clockReads = 0;
    const now = (): number | undefined => {
      clockReads++;
      return opened.heap?.get(field.now);
    };
    const { machine, views } = await openMachine(options, inbox, watch, now, during);
    const heap = new Heap(machine, views, options.compiled.sites);
    heap.calibrate();
    Object.assign(opened, { machine, heap });
    const before = clockReads;
    return new ProgramRun(options, machine, heap, watch, inbox, () => clockReads - before);
  }

  /** Plays the run to its end. Each step is a few rounds of the driver, well under a millisecond for most programs. */
  *steps(): Generator<void, RunRecord> {
    try {
      yield* this.#play();
    } catch (error) {
      if (!(error instanceof HaltedError)) throw error;
      this.#failure = failureOf(error.halt, this.#watch, this.#heap, this.#inbox, this.#workload);
    }
    this.#failure ??= this.#inbox.failure;
    if (this.#failure?.kind === 'out-of-memory') this.#sample();
    const record = this.#record();
    if (!this.#probes || this.#failure !== undefined) return record;
    yield* this.#probe();
    return this.#dropped === undefined ? record : { ...record, dropped: this.#dropped };
  }

  /** The heap as it is between two steps, after a full collection. For a look at single calls; no part of the record. */
  observe(): Sample {
    this.#machine.collect();
    this.#machine.drain();
    return this.#heap.sample();
  }

  /** What the driver has seen go wrong so far, between two steps; of each kind the first, counted only at the end. */
  get breaches(): readonly Breach[] {
    return this.#inbox.breaches();
  }

  *#play(): Generator<void> {
    this.#enter('load');
    if (!(yield* this.#until('loadRound'))) return;
    this.#machine.collect();
    this.#machine.drain();
    this.#loadedBytes = this.#heap.bytes;
    if (!(yield* this.#takeCheckpoints())) return;
    if (!(yield* this.#serve(this.#workload.transactions))) return;
    if (this.#workload.steady !== undefined) {
      if (!(yield* this.#until('ebbRound'))) return;
      const [inFlight, openChannels] = [this.#heap.get(field.inFlight), this.#heap.get(field.openChannels)];
      this.#ebb = { ebb: { inFlight, openChannels } };
    }
    if (!(yield* this.#settle())) return;
    this.#enter('finish');
  }

  *#takeCheckpoints(): Generator<void, boolean> {
    const { steady, transactions, concurrency } = this.#workload;
    if (steady === undefined) {
      for (const goal of planBatches(this.#workload).checkpoints) {
        if (!(yield* this.#serve(goal)) || !(yield* this.#settle())) return false;
        this.#checkpoints.push(this.#checkpoint());
      }
      return true;
    }
    if (!(yield* this.#until('stragglerRound'))) return false;
    const measured = transactions - unmeasured(steady, concurrency);
    for (const goal of planBatches({ transactions: measured, concurrency }).checkpoints) {
      if (this.#checkpoints.length > 0) this.#enter('renewStraggler');
      if (!(yield* this.#until('parkRound', goal))) return false;
      if (this.#workload.collectorSeconds !== null) this.#collectVirtually();
      this.#machine.collect();
      this.#machine.drain();
      this.#checkpoints.push({ ...this.#checkpoint(), transactions: goal });
      this.#survivors = this.#heap.survivors();
    }
    this.#enter('goOn');
    return true;
  }

  /** What stays alive of a transaction that is cut short before it sends, and of one that never comes back from sending. */
  *#probe(): Generator<void> {
    // The first cut leaves what the engine sets up once for such an end.
    if ((yield* this.#cutShort(probe.atFirstLine)) === undefined) return;
    const beforeSend = yield* this.#cutShort(probe.atFirstLine);
    const inSend = beforeSend && (yield* this.#cutShort(probe.inSend));
    const inSecondSend = inSend && (yield* this.#cutShort(probe.inSecondSend));
    if (beforeSend && inSend && inSecondSend) this.#dropped = { beforeSend, inSend, inSecondSend };
  }

  /** Drops one transaction at that place, past every `catch` and `finally`; undefined where it never got there. */
  *#cutShort(where: number): Generator<void, Dropped | undefined> {
    const before = this.observe();
    try {
      this.#enter('beginProbe', where);
      yield* this.#until('probeRound');
      return undefined;
    } catch (error) {
      if (!(error instanceof HaltedError)) throw error;
      if (this.#watch.stop !== 'wanted') return undefined;
    }
    this.#watch.stop = undefined;
    this.#machine.call('endProbe');
    const inUse = difference(this.observe().live, before.live);
    this.#machine.call('dropProbe');
    const after = this.observe();
    const kept = difference(after.live, before.live);
    return { transactions: 1, inUse, kept, bytes: after.bytes - before.bytes };
  }

  *#serve(goal: number): Generator<void, boolean> {
    return yield* this.#until('serveRound', goal);
  }

  *#settle(): Generator<void, boolean> {
    if (!(yield* this.#until('settleRound'))) return false;
    this.#machine.collect();
    this.#machine.drain();
    return true;
  }

  /** Calls rounds until the machine says that it is done (true) or that the program failed (false). */
  *#until(round: Round, goal?: number): Generator<void, boolean> {
    for (;;) {
      const before = this.#machine.heapBytes;
      const outcome = this.#enter(round, goal);
      this.#grown += Math.max(0, this.#machine.heapBytes - before);
      if (this.#inbox.failure !== undefined || outcome === field.outcome.failed) return false;
      if (outcome === field.outcome.collect) this.#collectVirtually();
      this.#keepHouse();
      if (this.#failure !== undefined) return false;
      if (outcome === field.outcome.done) return true;
      yield;
    }
  }

  #enter(entry: Call, argument?: number): number {
    this.#watch.restart();
    const result = this.#machine.call(entry, argument);
    this.#watch.restart();
    this.#machine.drain();
    this.#machine.tellRejection();
    return result;
  }

  /** What follows every round: the memory limit, collections on schedule, and a sample where one is due. */
  #keepHouse(): void {
    const begun = this.#heap.get(field.begun);
    const isOver = this.#heap.bytes > this.#workload.memoryLimit;
    if (isOver || begun - this.#collected >= collectEvery(begun)) {
      this.#machine.collect();
      this.#machine.drain();
      this.#collected = begun;
    }
    if (isOver && this.#heap.bytes > this.#workload.memoryLimit) {
      this.#failure = this.#inbox.outOfMemory(begun, this.#workload.memoryLimit);
      return;
    }
    const { samples, transactions } = this.#workload;
    if (
      this.#samples.length < samples &&
      begun >= Math.ceil(((this.#samples.length + 1) * transactions) / samples)
    ) {
      this.#machine.collect();
      this.#machine.drain();
      this.#sample();
    }
  }

  #collectVirtually(): void {
    this.#enter('beginCollection');
    this.#machine.collect();
    this.#machine.drain();
    this.#enter('endCollection');
  }

  #sample(): void {
    const sample = this.#heap.sample();
    this.#samples.push(sample);
    this.#listener.onSample?.(sample);
  }

  #checkpoint(): Checkpoint {
    const heap = this.#heap;
    return {
      transactions: heap.get(field.ended),
      failed: heap.get(field.failed),
      failedAtSend: heap.get(field.failedAtSend),
      virtualMs: Math.round(heap.get(field.now) - this.#epoch),
      bytes: heap.bytes,
      live: heap.live(),
      lent: {
        channels: heap.get(field.openChannels),
        timers: heap.get(field.repeatingTimers),
        locks: this.#inbox.lockNames,
      },
    };
  }

  #record(): RunRecord {
    const heap = this.#heap;
    const created = heap.created();
    const breaches: readonly Breach[] = this.#inbox.breaches();
    return {
      workload: this.#workload,
      samples: this.#samples,
      checkpoints: this.#checkpoints,
      survivors: this.#survivors ?? heap.survivors(),
      peak: this.#peak(Object.keys(created)),
      breaches,
      work: {
        objects: Object.values(created).reduce((sum, count) => sum + count, 0),
        bytes: this.#grown,
        sinkCalls: heap.get(field.sinkCalls),
        ticks: this.#watch.ticks,
      },
      ...(this.#failure === undefined ? {} : { failure: this.#failure }),
      openChannels: heap.get(field.openChannels),
      ...this.#ebb,
      pendingTimers: heap.get(field.pendingTimers),
      codeLength: this.#codeLength,
      loadedBytes: this.#loadedBytes,
      usesCollector: heap.get(field.weakUses) > 0,
      timersFired: heap.get(field.timersFired),
      asksForTime: this.#asksForTime(),
      longestSilenceMs: Math.round(heap.get(field.longestSilence)),
      ...this.#inbox.logUse,
      lockNames: this.#inbox.lockNames,
      locks: this.#inbox.locks,
      readings: this.#inbox.readings,
      alerts: this.#inbox.alerts,
    };
  }

  #asksForTime(): boolean {
    return this.#clockReads() > 0 || this.#heap.get(field.askedForTime) > 0;
  }

  #peak(names: readonly string[]): Record<string, number> {
    const highest = (name: string): number =>
      this.#samples.reduce((peak, { live }) => Math.max(peak, live[name] ?? 0), 0);
    return Object.fromEntries(names.map((name) => [name, highest(name)]));
  }
}

function difference(counts: Counts, less: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([name, count]) => [name, count - (less[name] ?? 0)]));
}
