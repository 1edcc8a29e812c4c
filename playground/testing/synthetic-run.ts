/** Builds, for tests of the analysis, the run that a program would give whose growth is known. */

import type { Checkpoint, ClassSite, Finding, Sample, Verdict } from '../record.ts';
import { planBatches } from '../analysis/batches.ts';
import { judge, type JudgedRun } from '../analysis/verdict.ts';
import { usualWorkload } from '../scenarios/usual-workload.ts';

/** Objects or bytes kept after so many transactions. */
export type Curve = (transactions: number) => number;

export interface Model {
  readonly transactions: number;
  readonly concurrency?: number;
  /** Loggers kept. */
  readonly kept: Curve;
  /** Bytes kept; when absent, 100 for each Logger kept. */
  readonly bytes?: Curve;
  /** Failed transactions until then. */
  readonly failed?: Curve;
  /** Whether nothing is ever let go, so that survivors by age tell all. */
  readonly forever?: boolean;
  /** Loggers made until then that are alive at the end, where some are let go. Without either, no survivors are given. */
  readonly alive?: Curve;
  /** Loggers made until then, alive or not; when absent, one for each transaction. */
  readonly made?: Curve;
  readonly slices?: number;
  readonly samples?: number;
  /** Most Loggers alive at once, when that is more than what is kept and in flight. */
  readonly peak?: number;
}

export const logger: ClassSite = { name: 'Logger', line: 4, column: 1 };

/** The run of a model: exact checkpoints, and samples with up to `concurrency` Loggers more in flight. */
export function modelledRun(model: Model): JudgedRun {
  const {
    transactions,
    concurrency = 16,
    kept,
    failed = () => 0,
    samples = 100,
    made = (at: number) => at,
  } = model;
  const alive = model.alive ?? (model.forever === true ? kept : undefined);
  const bytes = model.bytes ?? ((at: number) => 100 * kept(at));
  const read = (at: number): Checkpoint => ({
    transactions: at,
    failed: failed(at),
    bytes: bytes(at),
    live: { Logger: kept(at) },
  });
  const sample = (index: number): Sample => {
    const at = Math.floor(((index + 1) * transactions) / samples);
    const inFlight = (index * 7) % (concurrency + 1);
    const live = { Logger: kept(at) + inFlight };
    return {
      transactions: at,
      virtualMs: at * 10,
      inFlight,
      bytes: bytes(at) + 300 * inFlight,
      live,
      created: { Logger: Math.max(made(at), kept(at)) },
    };
  };
  const taken = Array.from({ length: samples }, (_, index) => sample(index));
  const peak = model.peak ?? Math.max(...taken.map((at) => at.live['Logger'] ?? 0));
  return {
    workload: { ...usualWorkload, transactions, concurrency, seed: 1, memoryLimit: 2 ** 22, samples },
    checkpoints: planBatches({ transactions, concurrency }).checkpoints.map(read),
    samples: taken,
    peak: { Logger: peak },
    ...(alive === undefined
      ? {}
      : { survivors: { Logger: slicesOf(alive, transactions, model.slices ?? 100) } }),
  };
}

/** The verdict on a model. */
export function verdictOn(model: Model, settleSeconds = 60): Verdict {
  return judge(modelledRun(model), [logger], settleSeconds);
}

/** What a model's Loggers are found to do. */
export function findingOn(model: Model, settleSeconds = 60): Finding {
  const { Logger } = verdictOn(model, settleSeconds).classes;
  if (Logger === undefined) throw new Error('There is no verdict on Loggers.');
  return Logger;
}

function slicesOf(kept: Curve, transactions: number, slices: number): number[] {
  const edge = (slice: number) => Math.ceil((slice * transactions) / slices);
  return Array.from(
    { length: slices },
    (_, slice) => kept(edge(slice + 1)) - (slice === 0 ? 0 : kept(edge(slice))),
  );
}
