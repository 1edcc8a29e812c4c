/** Says what a run that failed still tells: how a quantity grew until then. */

import type { Failure, FailureKind, Finding, Sample } from '../record.ts';
import type { JudgedRun, Read } from './judged-run.ts';
import type { UntilDeath } from './reason.ts';
import { theilSen } from './slope.ts';

/** Failures in which the program has no part, or none that shows. */
const fromOutside: readonly FailureKind[] = ['unresponsive', 'unreachable', 'broken'];

/** Samples that a slope is taken from; more would not change it. */
const mostPoints = 100;

/** Fewer are no slope: then what there is at the end is told against what has begun. */
const leastPoints = 4;

/** Share of the last count by which it must have grown, beyond what is in flight, to be called growth. */
const leastShare = 0.1;

/** The finding of a class, or without a name of the bytes, when the program failed before it could be judged. */
export function crashFinding(
  run: JudgedRun,
  failure: Failure,
  className: string | undefined,
  read: Read,
): Finding {
  const last = run.samples.at(-1) ?? run.checkpoints.at(-1);
  const transaction = failure.transaction ?? last?.transactions ?? 0;
  if (failure.kind !== 'out-of-memory') {
    // Whoever ends a run from outside knows nothing of the program's own.
    const outside = fromOutside.includes(failure.kind);
    const reason = { type: 'ended early', transaction, outside } as const;
    return { kind: 'not enough data', perTransaction: 0, reason };
  }
  const seen = seenUntilDeath(run, className, read);
  return {
    kind: 'crashed',
    perTransaction: seen.type === 'growth' ? seen.rate : 0,
    reason: { type: 'out of memory', className, transaction, seen },
  };
}

function seenUntilDeath(run: JudgedRun, className: string | undefined, read: Read): UntilDeath {
  const last = run.samples.at(-1) ?? run.checkpoints.at(-1);
  if (last === undefined) return { type: 'nothing' };
  const rate = rateUntilDeath(run, read);
  const held = read(last);
  const grown = rate * last.transactions;
  if (rate > 0 && grown >= leastShare * held && grown >= run.workload.concurrency)
    return { type: 'growth', rate };
  if (className === undefined && 2 * held < run.workload.memoryLimit) return { type: 'one step', held };
  return { type: 'level', held, early: run.samples.length < leastPoints };
}

/** The slope of the samples; of too few, what is alive beyond what may be in flight, for each transaction begun. */
function rateUntilDeath({ workload, samples }: JudgedRun, read: Read): number {
  if (samples.length >= leastPoints) return slopeOf(samples, read);
  const last = samples.at(-1);
  if (last === undefined || last.transactions <= 2 * workload.concurrency) return 0;
  const first = samples.length > 1 ? samples[0] : undefined;
  const before = first === undefined ? 0 : read(first);
  return (read(last) - before) / (last.transactions - (first?.transactions ?? 0));
}

function slopeOf(samples: readonly Sample[], read: Read): number {
  const every = Math.max(1, Math.ceil(samples.length / mostPoints));
  const points = samples
    .filter((_, index) => (samples.length - 1 - index) % every === 0)
    .map((sample) => ({ transactions: sample.transactions, value: read(sample) }));
  return theilSen(points);
}
