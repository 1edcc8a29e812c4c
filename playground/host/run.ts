/** Runs one program under one workload in a machine of its own, round by round, and records what it measures. */

import { batches, planBatches } from '../analysis/batches.ts';
import type { Breach, Checkpoint, Failure, RunRecord, Sample, SteadyLoad } from '../record.ts';
import * as field from '../guest/fields.ts';
import { HaltedError } from './machine.ts';
import { failureOf } from './failure.ts';
import { openRun, type RunParts } from './open-run.ts';
import { probe } from './probes.ts';
import { Rounds } from './rounds.ts';
import type { RunOptions } from './run-options.ts';

/** Comments and texts, which take no room of their own for each character of code. */
const texts = /\/\*.*?\*\/|\/\/.*|'(?:[^'\\\n]|\\.)*'|"(?:[^"\\\n]|\\.)*"|`(?:[^`\\]|\\.)*`/gs;

/** Transactions of a steady run that are not over at its last checkpoint, or that a straggler's place was taken by. */
export function unmeasured({ stragglers }: SteadyLoad, concurrency: number): number {
  return stragglers + concurrency + batches;
}

/** One run. `steps()` plays it; between two steps the owner may pause, or leave it for good. */
export class ProgramRun {
  readonly #options: RunOptions;
  readonly #parts: RunParts;
  readonly #rounds: Rounds;
  readonly #checkpoints: Checkpoint[] = [];
  /** The virtual clock when the run began. */
  readonly #epoch: number;
  #failure: Failure | undefined;
  #survivors: RunRecord['survivors'] | undefined;
  #ebb: Pick<RunRecord, 'ebb'> = {};
  #loadedBytes = 0;

  private constructor(options: RunOptions, parts: RunParts) {
    this.#options = options;
    this.#parts = parts;
    this.#rounds = new Rounds(parts, options.workload, options.listener.onSample);
    this.#epoch = parts.heap.get(field.now);
  }

  static async create(options: RunOptions): Promise<ProgramRun> {
    return new ProgramRun(options, await openRun(options));
  }

  /** Plays the run to its end. Each step is a few rounds of the driver, well under a millisecond for most programs. */
  *steps(): Generator<void, RunRecord> {
    const { workload, probes = workload.steady !== undefined } = this.#options;
    try {
      yield* this.#play();
    } catch (error) {
      if (!(error instanceof HaltedError)) throw error;
      this.#failure = failureOf(error.halt, this.#parts, workload);
    }
    this.#failure ??= this.#rounds.failure ?? this.#parts.guestMessages.failure;
    if (this.#failure?.kind === 'out-of-memory') this.#rounds.sample();
    const record = this.#record();
    if (!probes || this.#failure !== undefined) return record;
    const dropped = yield* probe(this.#parts, this.#rounds);
    return dropped === undefined ? record : { ...record, dropped };
  }

  /** The same without a pause. */
  playOut(): RunRecord {
    const steps = this.steps();
    for (;;) {
      const step = steps.next();
      if (step.done === true) return step.value;
    }
  }

  /** The heap as it is between two steps, after a full collection. For a look at single calls; no part of the record. */
  observe(): Sample {
    this.#parts.machine.collectFully();
    return this.#parts.heap.sample();
  }

  /** What the run is played with, once it has been played: for a look at its heap. */
  get parts(): RunParts & { readonly rounds: Rounds } {
    return { ...this.#parts, rounds: this.#rounds };
  }

  /** What the driver has seen go wrong so far, between two steps; of each kind the first, counted only at the end. */
  get breaches(): readonly Breach[] {
    return this.#parts.guestMessages.breaches();
  }

  *#play(): Generator<void> {
    const { workload } = this.#options;
    const { machine, heap } = this.#parts;
    const rounds = this.#rounds;
    rounds.enter('load');
    if (!(yield* rounds.until('loadRound'))) return;
    machine.collectFully();
    this.#loadedBytes = heap.bytes;
    if (!(yield* this.#takeCheckpoints())) return;
    if (!(yield* rounds.until('serveRound', workload.transactions))) return;
    if (workload.steady !== undefined) {
      if (!(yield* rounds.until('ebbRound'))) return;
      const [inFlight, openChannels] = [heap.get(field.inFlight), heap.get(field.openChannels)];
      this.#ebb = { ebb: { inFlight, openChannels } };
    }
    if (!(yield* this.#settle())) return;
    rounds.enter('finish');
  }

  /** Reads the heap at the end of each batch: an idle server's, or, under a steady load, that of one that goes on working. */
  *#takeCheckpoints(): Generator<void, boolean> {
    const { steady, transactions, concurrency } = this.#options.workload;
    if (steady !== undefined) {
      const measured = transactions - unmeasured(steady, concurrency);
      return yield* this.#takeSteadyCheckpoints(
        planBatches({ transactions: measured, concurrency }).checkpoints,
      );
    }
    for (const goal of planBatches(this.#options.workload).checkpoints) {
      if (!(yield* this.#rounds.until('serveRound', goal)) || !(yield* this.#settle())) return false;
      this.#checkpoints.push(this.#checkpoint());
    }
    return true;
  }

  *#takeSteadyCheckpoints(goals: readonly number[]): Generator<void, boolean> {
    const rounds = this.#rounds;
    if (!(yield* rounds.until('stragglerRound'))) return false;
    for (const goal of goals) {
      if (this.#checkpoints.length > 0) rounds.enter('renewStraggler');
      if (!(yield* rounds.until('parkRound', goal))) return false;
      if (this.#options.workload.collectorSeconds !== null) rounds.collectVirtually();
      this.#parts.machine.collectFully();
      this.#checkpoints.push({ ...this.#checkpoint(), transactions: goal });
      this.#survivors = this.#parts.heap.survivors();
    }
    rounds.enter('goOn');
    return true;
  }

  *#settle(): Generator<void, boolean> {
    if (!(yield* this.#rounds.until('settleRound'))) return false;
    this.#parts.machine.collectFully();
    return true;
  }

  #checkpoint(): Checkpoint {
    const { heap, guestMessages } = this.#parts;
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
        locks: guestMessages.lockNames,
      },
    };
  }

  #record(): RunRecord {
    const { heap, guestMessages, present, budget } = this.#parts;
    const { samples, grown } = this.#rounds;
    const created = heap.created();
    return {
      workload: this.#options.workload,
      samples,
      checkpoints: this.#checkpoints,
      survivors: this.#survivors ?? heap.survivors(),
      peak: peakOf(Object.keys(created), samples),
      breaches: guestMessages.breaches(),
      work: {
        objects: Object.values(created).reduce((sum, count) => sum + count, 0),
        bytes: grown,
        sinkCalls: heap.get(field.sinkCalls),
        ticks: budget.ticks,
      },
      ...(this.#failure === undefined ? {} : { failure: this.#failure }),
      openChannels: heap.get(field.openChannels),
      ...this.#ebb,
      pendingTimers: heap.get(field.pendingTimers),
      codeLength: this.#options.compiled.code.replace(texts, '').length,
      loadedBytes: this.#loadedBytes,
      usesCollector: heap.get(field.weakUses) > 0,
      timersFired: heap.get(field.timersFired),
      asksForTime: present.clockReads > 0 || heap.get(field.askedForTime) > 0,
      longestSilenceMs: Math.round(heap.get(field.longestSilence)),
      ...guestMessages.logUse,
      lockNames: guestMessages.lockNames,
      locks: guestMessages.locks,
      readings: guestMessages.readings,
      alerts: guestMessages.alerts,
    };
  }
}

/** The most instances of each class alive at once. */
function peakOf(names: readonly string[], samples: readonly Sample[]): Record<string, number> {
  const highest = (name: string): number =>
    samples.reduce((peak, { live }) => Math.max(peak, live[name] ?? 0), 0);
  return Object.fromEntries(names.map((name) => [name, highest(name)]));
}
