/** Decides from longer runs what one run cannot: a large cache, rare steps, a tooth of a saw that is longer than the run. */

import { judgeBytes } from '../analysis/judge-bytes.ts';
import type { Reason } from '../analysis/reason.ts';
import type { ClassFinding, Finding, Verdict, Workload } from '../record.ts';
import type { MeasuredRun } from '../scenarios/scenario.ts';

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
 * The verdict on a trial, where what is known from the reader's own run not to grow for good is excused for as long as it stays
 * within what was there: a large cache, or one thing a second up to a bound, has not filled in a short trial.
 */
export function excused(trial: MeasuredRun, main: MeasuredRun): Verdict {
  const inFlight = trial.workload.concurrency + (trial.workload.steady?.stragglers ?? 0);
  let isPerTransaction = false;
  const judged = <F extends Finding>(finding: F, known: Finding | undefined, name?: string): F => {
    if (isClean(finding)) return finding;
    if (known !== undefined && isClean(known) && most(trial, name) <= most(main, name)) {
      return { ...finding, kind: 'bounded', reason: { type: 'within main run', reason: known.reason } };
    }
    const isFew = name === undefined ? isPerTransaction : most(trial, name) <= inFlight;
    if (finding.kind !== 'not enough data' || !isFew) return finding;
    isPerTransaction = true;
    return { ...finding, kind: 'bounded', reason: { type: 'no more than in flight' } };
  };
  const { classes, bytes } = trial.verdict;
  const excusedClasses = Object.fromEntries(
    Object.entries(classes).map(([name, finding]): [string, ClassFinding] => [
      name,
      judged(finding, main.verdict.classes[name], name),
    ]),
  );
  const known = judged(bytes, main.verdict.bytes);
  return summedUp({
    classes: excusedClasses,
    bytes: isClean(known) ? known : bytesBesideExcused(trial, main, excusedClasses, known),
    leakFree: false,
  });
}

/** The bytes without what the excused classes take of them, where nothing grows beside these; else as they are. */
function bytesBesideExcused(
  trial: MeasuredRun,
  main: MeasuredRun,
  classes: Readonly<Record<string, ClassFinding>>,
  bytes: Finding,
): Finding {
  const allowances = Object.keys(classes)
    .filter((className) => classes[className] !== trial.verdict.classes[className])
    .map((className) => ({ className, most: most(main, className) }));
  const beside = allowances.length === 0 ? bytes : judgeBytes(trial, classes, allowances);
  return isClean(beside) ? beside : bytes;
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

/** Whether all that grows in a trial is known from the main run not to grow for good, and has not gone beyond where it stopped there. */
export function isFilling(trial: MeasuredRun, main: MeasuredRun): boolean {
  const { classes, bytes } = trial.verdict;
  const growing = Object.keys(classes).filter((name) => grows(classes[name]!));
  if (growing.length === 0 && !grows(bytes)) return false;
  const inMain = Math.max(...main.samples.map((sample) => sample.bytes));
  return (
    growing.every((name) => {
      const known = main.verdict.classes[name];
      return known !== undefined && isClean(known) && most(trial, name) <= most(main, name);
    }) && most(trial, undefined) <= forStragglers * inMain
  );
}

/** Interrupt ticks that each further run of a program may take. */
export function mostTicks({ work }: MeasuredRun): number {
  return Math.max(ticksAtLeast, ticksShare * work.ticks);
}

/** The workload of a longer run, of so many ticks at most, that may decide what this one did not; undefined where it would cost more. */
export function lengthened(run: MeasuredRun, most: number): Workload | undefined {
  const findings = findingsOf(run.verdict);
  const asked = Math.max(...findings.map(({ decides }) => decides ?? 0));
  return asked === 0 && !findings.some(grows) ? undefined : ofLength(asked, run, most);
}

/** The workload of a run with so many transactions, as far as it is worth its while and costs so many ticks at most. */
export function ofLength(asked: number, { workload, work }: MeasuredRun, most: number): Workload | undefined {
  const factor = Math.min(longer.most, Math.max(longer.least, asked / workload.transactions));
  const affords = (usable * most) / (work.ticks / workload.transactions);
  const transactions = Math.ceil(Math.min(workload.transactions * factor, affords, 1_000_000));
  if (transactions < 2 * workload.transactions) return undefined;
  const memoryLimit = workload.memoryLimit * Math.ceil(transactions / workload.transactions);
  return { ...workload, transactions, memoryLimit: Math.min(memoryLimit, 256 * 2 ** 20) };
}

/** Plays one more run and gives it with its verdict. */
export type Play = (workload: Workload, mostTicks?: number) => Promise<MeasuredRun>;

/** Whether a finding leaves nothing to fear. */
export const isClean = ({ kind }: Finding): boolean => kind === 'flat' || kind === 'bounded';

/** The verdict with its sum: free of leaks only if nothing grows, and nothing is undecided. */
export function summedUp(verdict: Verdict): Verdict {
  const leakFree = findingsOf(verdict).every(isClean);
  return { ...verdict, leakFree };
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
  const { transactions } = longerRun.workload;
  const isSlight = growsSlightly(verdict);
  const judged = <F extends Finding>(finding: F, after: F | undefined, name?: string): F => {
    if (isClean(finding) || after === undefined) return finding;
    if (grows(finding) && !(isSlight && !grows(after))) return finding;
    if (after.kind !== 'not enough data')
      return { ...after, reason: { type: 'longer run', transactions, reason: after.reason } };
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
  return summedUp({ classes, bytes: judged(verdict.bytes, longerRun.verdict.bytes), leakFree: false });
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
): Reason | undefined {
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
  return {
    type: 'level peak',
    shorter: { transactions: shorter.workload.transactions, most: peak },
    longer: { transactions: longerRun.workload.transactions, most: later },
  };
}
