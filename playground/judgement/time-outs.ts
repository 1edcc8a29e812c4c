/** Tells what waits for a time-out, and is bounded by time, from what waits for a quiet moment, and grows without end. */

import type { Reason } from '../analysis/reason.ts';
import { findingsOf, grows, isClean, type Play, summedUp } from './escalation.ts';
import type { ClassFinding, Finding, Verdict, Workload } from '../record.ts';
import type { MeasuredRun } from '../scenarios/scenario.ts';

/** Virtual ms in which a server that is hardly busy serves its transactions: a day. */
const dayMs = 86_400_000;
/** Callbacks of timers, and lines beside those that are due, that a slow run may cost. */
const mostBeside = 25_000;
/** Lines that are due from one transaction. */
const linesDue = 6;
/** Transactions of a slow run. */
const slowTransactions = 800;
/** Virtual ms between two transactions on a usual server. */
const usualMs = 10;

/** A run, as far as time and timers go. */
type Timed = Pick<MeasuredRun, 'workload' | 'work' | 'timersFired' | 'samples'>;

/** What is other about a run in which time passes so slowly that what waits for a time-out is let go in between. */
export function slowDay(run: Timed): Partial<Workload> {
  const affordable = run.timersFired === 0 ? Infinity : (mostBeside * lastMs(run)) / firedIn(run);
  return lasting(run, Math.min(dayMs, affordable), slowTransactions);
}

/** Virtual ms that a run took. */
const lastMs = ({ samples }: Timed): number => Math.max(1, samples.at(-1)?.virtualMs ?? 1);

/** Callbacks of timers in a run, and lines beside those that are due. */
function firedIn({ timersFired, work, workload }: Timed): number {
  return timersFired + Math.max(0, work.sinkCalls - linesDue * workload.transactions);
}

/**
 * The same once a first slow run has shown which of the timers follow the transactions, and do not fire more often because
 * more time passes: then it may take longer. Undefined where it would not take much longer.
 */
function slowerDay(run: Timed, slow: Timed): Partial<Workload> | undefined {
  const [few, many] = [run.workload.transactions, slow.workload.transactions];
  const [brief, long] = [lastMs(run), lastMs(slow)];
  // Both numbers follow from so many callbacks for each transaction, and so many a ms.
  const perMs = (firedIn(slow) * few - firedIn(run) * many) / (long * few - brief * many);
  const affordable = perMs > 0 ? mostBeside / perMs : dayMs;
  return affordable < 2 * long ? undefined : lasting(run, Math.min(dayMs, affordable), slowTransactions);
}

/** What is other about a run of about so many transactions that lasts so many virtual ms. */
function lasting({ workload }: Timed, ms: number, length: number): Partial<Workload> {
  const transactions = length + 8 * workload.concurrency;
  const pace = Math.max(1, Math.min(10_000, ms / (transactions * usualMs)));
  const load = { transactions, samples: 40, steady: { stragglers: 3, pace } };
  const { collectorSeconds } = workload;
  if (collectorSeconds === null) return load;
  // No more than one collection for each transaction: between two of them there is little to collect.
  return { ...load, collectorSeconds: Math.max(collectorSeconds, (pace * usualMs) / 1000) };
}

/** What is other about a slow run in which transactions come so many times as fast as in this one. */
function faster(run: Timed, slow: Timed, times: number): Partial<Workload> {
  const pace = slow.workload.steady?.pace ?? 1;
  return lasting(run, (slow.workload.transactions * usualMs * pace) / times, slowTransactions);
}

/** What is known of how long instances of a class live, from the second half of a run. */
interface Lifetime {
  /** Virtual ms: as many as are alive, over as many as are made in a ms (Little's law). */
  readonly ms: number;
  /** How many are alive beside those that the transactions in flight may have. */
  readonly beside: number;
}

function lifetimeIn(run: MeasuredRun, name: string): Lifetime {
  const half = run.samples.slice(run.samples.length >> 1);
  const [first, last] = [half[0], half.at(-1)];
  if (first === undefined || last === undefined) return { ms: 0, beside: 0 };
  const made = (last.created[name] ?? 0) - (first.created[name] ?? 0);
  const each = made / Math.max(1, last.transactions - first.transactions);
  const mean = (of: (sample: (typeof half)[number]) => number): number =>
    half.reduce((sum, sample) => sum + of(sample), 0) / half.length;
  const alive = mean(({ live }) => live[name] ?? 0);
  return {
    ms: made === 0 ? 0 : (alive * (last.virtualMs - first.virtualMs)) / made,
    beside: alive - each * mean(({ inFlight }) => inFlight),
  };
}

/** Mean bytes in the second half of a run, and transactions begun in a virtual ms. */
function load({ samples }: MeasuredRun): { readonly bytes: number; readonly perMs: number } {
  const half = samples.slice(samples.length >> 1);
  const last = half.at(-1);
  const bytes = half.reduce((sum, sample) => sum + sample.bytes, 0) / Math.max(1, half.length);
  return { bytes, perMs: last === undefined ? 0 : last.transactions / Math.max(1, last.virtualMs) };
}

/** How long bytes are held, in virtual ms, if so many are taken per transaction: what is held more where transactions come faster. */
function lifetimeOfBytes(perTransaction: number, slow: MeasuredRun, faster: MeasuredRun): number {
  const [a, b] = [load(slow), load(faster)];
  return Math.max(0, (b.bytes - a.bytes) / (perTransaction * (b.perMs - a.perMs)));
}

/** Virtual ms from the first checkpoint to the last. */
function duration({ checkpoints }: MeasuredRun): number {
  return (checkpoints.at(-1)?.virtualMs ?? 0) - (checkpoints[0]?.virtualMs ?? 0);
}

/** How many lifetimes a busy run must last in which what waits for a time-out has levelled off. */
const lifetimesSeen = 8;
/** Where fewer are alive at once in the slow run, they may live far more briefly than one transaction takes there. */
const leastAlive = 8;
/** How many times as fast time passes in the next slow run, then. */
const refinement = 16;
/** Transactions of such a run. */
const lastingTransactions = 2_400;

/**
 * The verdict on a program that looks at the time, whose findings say growth. Growth that waits for a time-out is bounded
 * by time: in a run in which time passes slowly all is let go again, and its lifetime is known from there; in one that
 * lasts for several such lifetimes it levels off. What only waits for a quiet moment lives as briefly in the slow run, and
 * grows without end in the other, where calls follow one another far faster than that.
 */
export async function judgeByTime(run: MeasuredRun, play: Play): Promise<Verdict> {
  const { verdict, workload } = run;
  const names = Object.keys(verdict.classes).filter((name) => isOpen(verdict.classes[name]!));
  const lifetimes = new Map<string, number>();
  let longest = 0;
  for (let day = slowDay(run), isFirst = true; ; isFirst = false) {
    if (day.steady?.pace === 1) return verdict;
    const first = await play({ ...workload, ...day });
    const slower = isFirst && first.failure === undefined ? slowerDay(run, first) : undefined;
    const slow = slower === undefined ? first : await play({ ...workload, ...slower });
    const isOfUse = slow.failure === undefined && !findingsOf(slow.verdict).some(grows);
    if (!isOfUse || duration(slow) < duration(run)) return verdict;
    lifetimes.clear();
    let beside = 0;
    for (const name of names) {
      const lifetime = lifetimeIn(slow, name);
      lifetimes.set(name, lifetime.ms);
      beside = Math.max(beside, lifetime.beside);
    }
    if (names.length === 0) {
      const other = await play({ ...workload, ...faster(run, slow, 2) });
      if (other.failure !== undefined || findingsOf(other.verdict).some(grows)) return verdict;
      const ms = lifetimeOfBytes(verdict.bytes.perTransaction, slow, other);
      lifetimes.set('', ms);
      beside = ms * load(slow).perMs;
    } else lifetimes.set('', Math.max(...lifetimes.values()));
    longest = Math.max(...lifetimes.values());
    if (beside > leastAlive) break;
    day = faster(run, slow, refinement);
  }
  if (!Number.isFinite(longest) || longest * lifetimesSeen < duration(run)) return verdict;
  const lasted = await play({
    ...workload,
    ...lasting(run, longest * lifetimesSeen, lastingTransactions),
  });
  const judged = <F extends Finding>(finding: F, name: string, of: (other: Verdict) => Finding): F => {
    const lifetime = lifetimes.get(name);
    if (lifetime === undefined || isClean(finding) || grows(of(lasted.verdict))) return finding;
    return { ...finding, kind: 'bounded', reason: timeReason(finding, lifetime) };
  };
  const classes = Object.fromEntries(
    Object.entries(verdict.classes).map(([name, finding]): [string, ClassFinding] => [
      name,
      judged(finding, name, (other) => other.classes[name]!),
    ]),
  );
  return summedUp({ classes, bytes: judged(verdict.bytes, '', ({ bytes }) => bytes), leakFree: false });
}

const isOpen = (finding: Finding): boolean => grows(finding) || finding.kind === 'not enough data';

function timeReason({ perTransaction }: Finding, lifetimeMs: number): Reason {
  const atOnce = Math.round((perTransaction * lifetimeMs) / usualMs);
  return { type: 'let go in time', lifetimeMs, perSecond: 1000 / usualMs, atOnce };
}
