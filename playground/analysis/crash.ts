/** Says what a run that failed still tells: how a quantity grew until then. */

import type { Failure, FailureKind, Finding, Sample } from '../protocol.ts';
import type { JudgedRun, Read } from './judged-run.ts';
import { theilSen } from './slope.ts';
import { counted, perTransaction, sentence, thousands } from './wording.ts';
import type { Noun } from './wording.ts';

/** Failures in which the program has no part, or none that shows. */
const FROM_OUTSIDE: readonly FailureKind[] = ['unresponsive', 'unreachable', 'broken'];

/** Samples that a slope is taken from; more would not change it. */
const MOST_POINTS = 100;

/** Fewer are no slope: then what there is at the end is told against what has begun. */
const LEAST_POINTS = 4;

/** Share of the last count by which it must have grown, beyond what is in flight, to be called growth. */
const LEAST_SHARE = 0.1;

/** The finding of a class or of the bytes, when the program failed before it could be judged. */
export function crashFinding(run: JudgedRun, failure: Failure, what: Noun, read: Read): Finding {
  const last = run.samples.at(-1) ?? run.checkpoints.at(-1);
  const transaction = failure.transaction ?? last?.transactions ?? 0;
  if (failure.kind !== 'out-of-memory') {
    // Whoever ends a run from outside knows nothing of the program's own.
    const ended = FROM_OUTSIDE.includes(failure.kind) ? 'The run was ended' : 'The program failed';
    const reason = `${ended} at transaction ${thousands(transaction)}, before there was enough to judge.`;
    return { kind: 'not enough data', perTransaction: 0, reason };
  }
  const died = `the server died of memory at transaction ${thousands(transaction)}`;
  if (last === undefined) return crashed(0, `${died}, before a first sample.`);
  const rate = rateUntilDeath(run, read);
  const held = read(last);
  const grown = rate * last.transactions;
  if (rate > 0 && grown >= LEAST_SHARE * held && grown >= run.workload.concurrency)
    return crashed(rate, `${died}, growing by ${perTransaction(rate, what)}.`);
  return crashed(0, `${died}${withoutGrowth(run, what, held)}.`);
}

function crashed(rate: number, reason: string): Finding {
  return { kind: 'crashed', perTransaction: rate, reason: sentence(reason) };
}

function withoutGrowth({ workload, samples }: JudgedRun, what: Noun, held: number): string {
  if (what.one === 'byte' && 2 * held < workload.memoryLimit)
    return `; it held ${counted(held, what)} before that, so one step asked for more than the limit leaves`;
  const early = samples.length < LEAST_POINTS ? ', too early to see what grows' : '';
  if (what.one === 'byte') return `${early}; it held ${counted(held, what)} then`;
  if (Math.round(held) === 0) return `${early}; no ${what.one} was alive`;
  const number = `${counted(held, what)} ${Math.round(held) === 1 ? 'was' : 'were'} alive`;
  return early === '' ? `; ${number}, which did not grow` : `${early}; ${number}`;
}

/** The slope of the samples; of too few, what is alive beyond what may be in flight, for each transaction begun. */
function rateUntilDeath({ workload, samples }: JudgedRun, read: Read): number {
  if (samples.length >= LEAST_POINTS) return slopeOf(samples, read);
  const last = samples.at(-1);
  if (last === undefined || last.transactions <= 2 * workload.concurrency) return 0;
  const first = samples.length > 1 ? samples[0] : undefined;
  const before = first === undefined ? 0 : read(first);
  return (read(last) - before) / (last.transactions - (first?.transactions ?? 0));
}

function slopeOf(samples: readonly Sample[], read: Read): number {
  const every = Math.max(1, Math.ceil(samples.length / MOST_POINTS));
  const points = samples
    .filter((_, index) => (samples.length - 1 - index) % every === 0)
    .map((sample) => ({ transactions: sample.transactions, value: read(sample) }));
  return theilSen(points);
}
