/** Decides from longer runs what one run cannot: a large cache, a long time-out, a tooth of a saw that is longer than the run. */

import type { ClassFinding, Finding, Verdict, Workload } from './protocol.ts';
import type { MeasuredRun } from './scenarios/scenario.ts';

/** How much longer the next run is, at the least and at the most. */
const longer = { least: 4, most: 8 };
/** Longer runs that may follow one that does not decide, and a short trial in which something grows. */
export const mostEscalations = 2;
export const mostConfirmations = 2;
/** A run that helps to decide may cost so many interrupt ticks, some seconds of work, or so many times what the reader's own did. */
const ticksAtLeast = 8_000;
const ticksShare = 4;
/** The part of them up to which a run is lengthened, as a longer one may cost more for each transaction. */
const usable = 0.9;
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

/** All findings of a verdict, the bytes among them. */
export function findingsOf({ classes, bytes }: Verdict): readonly Finding[] {
  return [...Object.values(classes), bytes];
}

/** Whether a finding says that something grows. */
export const grows = ({ kind }: Finding): boolean => kind === 'leak' || kind === 'crashed';

/** The most that was there at a checkpoint: instances of a class, or without a name bytes. */
function most({ checkpoints }: MeasuredRun, name: string | undefined): number {
  const read = ({ live, bytes }: MeasuredRun['checkpoints'][number]): number =>
    name === undefined ? bytes : (live[name] ?? 0);
  return Math.max(0, ...checkpoints.map(read));
}

/**
 * The verdict on a trial, where what is known to be bounded from the reader's own run is excused for as long as it stays
 * within what was there: a large cache has not filled in a short trial.
 */
export function excused(trial: MeasuredRun, main: MeasuredRun): Verdict {
  const inFlight = trial.workload.concurrency + (trial.workload.steady?.stragglers ?? 0);
  let isPerTransaction = false;
  const judged = <F extends Finding>(finding: F, known: Finding | undefined, name?: string): F => {
    if (isClean(finding)) return finding;
    if (known?.kind === 'bounded' && most(trial, name) <= most(main, name)) {
      return {
        ...finding,
        kind: 'bounded',
        reason: `It stays within what the main run held. ${known.reason}`,
      };
    }
    const isFew = name === undefined ? isPerTransaction : most(trial, name) <= inFlight;
    if (finding.kind !== 'not enough data' || !isFew) return finding;
    isPerTransaction = true;
    return { ...finding, kind: 'bounded', reason: 'There are no more than transactions in flight.' };
  };
  const { classes, bytes } = trial.verdict;
  const excusedClasses = Object.entries(classes).map(([name, finding]): [string, ClassFinding] => [
    name,
    judged(finding, main.verdict.classes[name], name),
  ]);
  return withFreedom({
    classes: Object.fromEntries(excusedClasses),
    bytes: judged(bytes, main.verdict.bytes),
    free: false,
  });
}

/** Whether a run holds much that is bounded, which hides what else may grow until it has filled. */
export function hasLargeCache({ verdict, workload, checkpoints, samples }: MeasuredRun): boolean {
  const [first, last] = [checkpoints[0], checkpoints.at(-1)];
  if (first === undefined || last === undefined) return false;
  const inFlight = Math.max(1, ...samples.map(({ inFlight: count }) => count));
  return (
    Object.entries(verdict.classes).some(
      ([name, { kind }]) => kind === 'bounded' && (last.live[name] ?? 0) > 8 * inFlight,
    ) ||
    (verdict.bytes.kind === 'bounded' && last.bytes > 4 * Math.max(first.bytes, workload.concurrency * 1024))
  );
}

/** How much more a busy server may hold than the main run did, for its stragglers. */
const forStragglers = 1.1;

/** Whether all that grows in a trial is known from the main run as bounded, and has not gone beyond where it stopped there. */
export function isFilling(trial: MeasuredRun, main: MeasuredRun): boolean {
  const { classes, bytes } = trial.verdict;
  const growing = Object.keys(classes).filter((name) => grows(classes[name]!));
  if (growing.length === 0 && !grows(bytes)) return false;
  const inMain = Math.max(...main.samples.map((sample) => sample.bytes));
  return (
    growing.every(
      (name) => main.verdict.classes[name]?.kind === 'bounded' && most(trial, name) <= most(main, name),
    ) && most(trial, undefined) <= forStragglers * inMain
  );
}

/** Interrupt ticks that each further run of a program may take. */
export function mostTicks({ work }: MeasuredRun): number {
  return Math.max(ticksAtLeast, ticksShare * work.ticks);
}

/** The workload of a longer run, of so many ticks at most, that may decide what this one did not; undefined where it would cost more. */
export function lengthened(run: MeasuredRun, most: number): Workload | undefined {
  const { workload, work, verdict } = run;
  const findings = findingsOf(verdict);
  const asked = Math.max(...findings.map(({ decides }) => decides ?? 0));
  if (asked === 0 && !findings.some(grows)) return undefined;
  const factor = Math.min(longer.most, Math.max(longer.least, asked / workload.transactions));
  const affords = (usable * most) / (work.ticks / workload.transactions);
  const transactions = Math.ceil(Math.min(workload.transactions * factor, affords, 1_000_000));
  if (transactions < 2 * workload.transactions) return undefined;
  const memoryLimit = workload.memoryLimit * Math.ceil(transactions / workload.transactions);
  return { ...workload, transactions, memoryLimit: Math.min(memoryLimit, 256 * 2 ** 20) };
}

/** A run, as far as time and timers go. */
type Timed = Pick<MeasuredRun, 'workload' | 'work' | 'timersFired' | 'samples'>;

/**
 * What is other about a run in which time passes so slowly that what waits for a time-out is let go in between; `faster`
 * makes it pass that many times as fast.
 */
export function slowDay(run: Timed, faster = 1): Partial<Workload> {
  const ms = Math.max(1, run.samples.at(-1)?.virtualMs ?? 1);
  const lines = Math.max(0, run.work.sinkCalls - linesDue * run.workload.transactions);
  const affordable = run.timersFired === 0 ? Infinity : (mostBeside * ms) / (run.timersFired + lines);
  return lasting(run, Math.min(dayMs, affordable) / faster, slowTransactions);
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

/** Plays one more run and gives it with its verdict. */
export type Play = (workload: Workload, mostTicks?: number) => Promise<MeasuredRun>;

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
  for (let faster = 1; ; faster *= refinement) {
    const day = slowDay(run, faster);
    if (day.steady?.pace === 1) return verdict;
    const slow = await play({ ...workload, ...day });
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
      const other = await play({ ...workload, ...slowDay(run, 2 * faster) });
      if (other.failure !== undefined || findingsOf(other.verdict).some(grows)) return verdict;
      const ms = lifetimeOfBytes(verdict.bytes.perTransaction, slow, other);
      lifetimes.set('', ms);
      beside = ms * load(slow).perMs;
    } else lifetimes.set('', Math.max(...lifetimes.values()));
    longest = Math.max(...lifetimes.values());
    if (beside > leastAlive) break;
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
  return withFreedom({ classes, bytes: judged(verdict.bytes, '', ({ bytes }) => bytes), free: false });
}

/** Whether a finding leaves nothing to fear. */
export const isClean = ({ kind }: Finding): boolean => kind === 'flat' || kind === 'bounded';

const isOpen = (finding: Finding): boolean => grows(finding) || finding.kind === 'not enough data';

function timeReason({ perTransaction }: Finding, lifetime: number): string {
  const seconds = lifetime / 1000;
  const time = seconds < 120 ? `${Math.round(seconds)} s` : `${Math.round(seconds / 60)} minutes`;
  const peak = Math.round((perTransaction * lifetime) / usualMs).toLocaleString('en');
  return `It grows for as long as this run lasts, but each is let go after about ${time}: bounded by time. At 100 transactions a second that is up to ${peak} at once.`;
}

/** The verdict with its sum: free only if nothing grows, and nothing is undecided. */
export function withFreedom(verdict: Verdict): Verdict {
  const free = findingsOf(verdict).every(isClean);
  return { ...verdict, free };
}

/** Bytes per transaction below which growth of the bytes alone may be a tooth of a saw that is longer than the run. */
const slightBytes = 32;

/** Whether nothing grows but the bytes, and those so slightly that a longer run must confirm it. */
export function growsSlightly({ classes, bytes }: Verdict): boolean {
  const noClass = !Object.values(classes).some(grows);
  return noClass && bytes.kind === 'leak' && bytes.perTransaction < slightBytes;
}

/** A verdict in which a longer run decides what it can of what a shorter one left undecided. */
export function decidedBy(verdict: Verdict, shorter: MeasuredRun, longerRun: MeasuredRun): Verdict {
  const length = longerRun.workload.transactions.toLocaleString('en');
  const isSlight = growsSlightly(verdict);
  const judged = <F extends Finding>(finding: F, after: F | undefined, name?: string): F => {
    if (isClean(finding) || after === undefined) return finding;
    if (grows(finding) && !(isSlight && !grows(after))) return finding;
    if (after.kind !== 'not enough data')
      return { ...after, reason: `A run of ${length} transactions decides: ${after.reason}` };
    const reason = levelledOff(shorter, longerRun, name);
    if (reason === undefined) return after;
    const { decides: _, ...known } = after;
    return { ...known, kind: 'bounded', reason } as F;
  };
  const classes = Object.fromEntries(
    Object.entries(verdict.classes).map(([name, finding]): [string, ClassFinding] => [
      name,
      judged(finding, longerRun.verdict.classes[name], name),
    ]),
  );
  return withFreedom({ classes, bytes: judged(verdict.bytes, longerRun.verdict.bytes), free: false });
}

/** By how many times as much as the shorter run the longer one may add, where nothing was let go, and where something was. */
const moreAdded = { inSteps: 1, amidNoise: 1 / 8 };

/**
 * Why what neither of two runs decides does not grow with their length: the longer one's peak is hardly above the shorter
 * one's, though it lasted several times as long. Even growth would have added as many times as much.
 */
function levelledOff(
  shorter: MeasuredRun,
  longerRun: MeasuredRun,
  name: string | undefined,
): string | undefined {
  if (longerRun.workload.transactions < longer.least * shorter.workload.transactions) return undefined;
  const [before, after] = [shorter, longerRun].map(({ checkpoints }) =>
    checkpoints.map(({ live, bytes }) => (name === undefined ? bytes : (live[name] ?? 0))),
  );
  if (before === undefined || after === undefined || before.length === 0) return undefined;
  const [peak, later] = [Math.max(...before), Math.max(...after)];
  const onlyRises = [before, after].every((values) =>
    values.every((value, index) => index === 0 || value >= (values[index - 1] ?? 0)),
  );
  const share = onlyRises ? moreAdded.inSteps : moreAdded.amidNoise;
  if (later - peak > share * (peak - (before[0] ?? 0))) return undefined;
  const [lower, higher, few, many] = [
    peak,
    later,
    shorter.workload.transactions,
    longerRun.workload.transactions,
  ].map((value) => value.toLocaleString('en'));
  return `Its peak does not follow the length of the run: ${lower} in ${few} transactions, and ${higher} in ${many}.`;
}
