/** Says what a run that failed still tells: how a quantity grew until then. */

import type { Checkpoint, Failure, Finding, RunRecord, Sample } from '../protocol.ts';
import { theilSen } from './slope.ts';
import { counted, perTransaction, sentence, thousands } from './wording.ts';
import type { Noun } from './wording.ts';

/** Samples that a slope is taken from; more would not change it. */
const MOST_POINTS = 100;

/** Share of the last count by which it must have grown, beyond what is in flight, to be called growth. */
const LEAST_SHARE = 0.1;

/** The finding of a class or of the bytes, when the program failed before it could be judged. */
export function crashFinding(
  run: Pick<RunRecord, 'workload' | 'samples' | 'checkpoints'>,
  failure: Failure,
  what: Noun,
  read: (at: Sample | Checkpoint) => number,
): Finding {
  const last = run.samples.at(-1) ?? run.checkpoints.at(-1);
  const transaction = failure.transaction ?? last?.transactions ?? 0;
  if (failure.kind !== 'out-of-memory') {
    // Whoever ends a run from outside knows nothing of the program's own.
    const ended = failure.kind === 'unresponsive' ? 'The run was ended' : 'The program failed';
    const reason = `${ended} at transaction ${thousands(transaction)}, before there was enough to judge.`;
    return { kind: 'not enough data', perTransaction: 0, reason };
  }
  const rate = slopeUntilDeath(run.samples, read);
  const died = `the server died of memory at transaction ${thousands(transaction)}`;
  const grown = rate * (last?.transactions ?? 0);
  if (last === undefined)
    return { kind: 'crashed', perTransaction: 0, reason: sentence(`${died}, before a first sample.`) };
  if (rate <= 0 || grown < LEAST_SHARE * read(last) || grown < run.workload.concurrency) {
    const reason = sentence(`${died}; not for ${counted(read(last), what)}, which did not grow.`);
    return { kind: 'crashed', perTransaction: 0, reason };
  }
  return {
    kind: 'crashed',
    perTransaction: rate,
    reason: sentence(`${died}, growing by ${perTransaction(rate, what)}.`),
  };
}

function slopeUntilDeath(samples: readonly Sample[], read: (at: Sample) => number): number {
  const every = Math.max(1, Math.ceil(samples.length / MOST_POINTS));
  const points = samples
    .filter((_, index) => (samples.length - 1 - index) % every === 0)
    .map((sample) => ({ transactions: sample.transactions, value: read(sample) }));
  return theilSen(points);
}
