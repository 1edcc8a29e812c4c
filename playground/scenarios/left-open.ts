/** Tells what a program has left open for good from what it keeps for use: the one follows the length of the run. */

import { judge } from '../analysis/verdict.ts';
import type { ClassFinding } from '../record.ts';
import type { Lending } from './check-message.ts';
import { failedIn, nameOf, passed } from './outcome.ts';
import type { MeasuredRun, Outcome } from './scenario.ts';

/** How many are left at the end of a run. */
const leftAtEnd: Readonly<Record<Lending, (run: MeasuredRun) => number>> = {
  channels: ({ openChannels }) => openChannels,
  timers: ({ checkpoints }) => checkpoints.at(-1)?.lent?.timers ?? 0,
  locks: ({ lockNames }) => lockNames,
};

const lendings: readonly Lending[] = ['channels', 'timers', 'locks'];

/** What may come late in a run for a good reason, such as a channel for the first failure. */
const late = 4;
/** Checkpoints by which growth can be told. */
const fewest = 4;

/** What may be open at once for the sake of those in flight: a pool for twice as many, and a handful beside. */
const inUse = ({ workload }: MeasuredRun): number => 2 * workload.concurrency + 16;

/** By how many the lowest of the last checkpoints is above the highest of the first half: what comes and goes gives none. */
function grownLate({ checkpoints }: MeasuredRun, what: Lending): number {
  if (checkpoints.length < fewest) return 0;
  const counts = checkpoints.map(({ lent }) => lent?.[what] ?? 0);
  const half = counts.length >> 1;
  return Math.max(0, Math.min(...counts.slice(half + 1)) - Math.max(...counts.slice(0, half)));
}

/** What is left open by each batch, each failure or the like, by the laws that hold for objects. */
function findingOn({ workload, checkpoints }: MeasuredRun, what: Lending): ClassFinding | undefined {
  if (checkpoints.length < fewest) return undefined;
  const counted = checkpoints.map((at) => ({ ...at, live: { [what]: at.lent?.[what] ?? 0 } }));
  const site = { name: what, line: 1, column: 1 };
  const { classes } = judge({ workload, checkpoints: counted, samples: [], peak: {} }, [site], 0);
  return classes[what];
}

/** With how many transactions a run that settles would tell whether more and more of this is left open; 0 where it is told already. */
function lengthThatTells(run: MeasuredRun, what: Lending): number {
  if (run.workload.steady !== undefined) return 0;
  const finding = findingOn(run, what);
  return finding?.kind === 'not enough data' ? (finding.decides ?? 0) : 0;
}

/** The same for all that the server lends. */
export function lengthThatTellsLeftOpen(run: MeasuredRun): number {
  return Math.max(...lendings.map((what) => lengthThatTells(run, what)));
}

function grows(run: MeasuredRun, what: Lending): boolean {
  if (findingOn(run, what)?.kind === 'leak') return true;
  const open = leftAtEnd[what](run);
  if (open > inUse(run) && open > run.workload.transactions / 4) return true;
  return grownLate(run, what) > (run.workload.steady === undefined ? late : inUse(run));
}

/** Whether a longer run has come to as many and then to no more: then this one was just too short to get there. */
function isBounded(run: MeasuredRun, what: Lending, runs: readonly MeasuredRun[]): boolean {
  const atEnd = leftAtEnd[what];
  return runs.some(
    (other) =>
      other.workload.transactions > run.workload.transactions &&
      atEnd(other) >= atEnd(run) &&
      !grows(other, what),
  );
}

/** The first run, where it does not tell and no longer one has been made; alone it is waiting for one. */
function untoldIn(what: Lending, [first, ...others]: readonly MeasuredRun[]): MeasuredRun | undefined {
  if (first === undefined || others.length === 0 || lengthThatTells(first, what) === 0) return undefined;
  const isLonger = ({ workload }: MeasuredRun): boolean =>
    workload.steady === undefined && workload.transactions > first.workload.transactions;
  return others.some(isLonger) ? undefined : first;
}

/** Whether what is left open at the end stays the same however long the run. */
export function judgeLeftOpen(what: Lending, runs: readonly MeasuredRun[]): Outcome {
  const atEnd = leftAtEnd[what];
  const run = runs.find((each) => grows(each, what) && !isBounded(each, what, runs));
  const untold = run === undefined ? untoldIn(what, runs) : undefined;
  if (untold !== undefined) {
    const decides = lengthThatTells(untold, what);
    const seen = { what, atEnd: atEnd(untold), run: nameOf(untold) };
    return failedIn(untold, { type: 'perhaps left open', ...seen, decides });
  }
  if (run === undefined) return passed({ type: 'bounded', what, most: Math.max(0, ...runs.map(atEnd)) });
  const grown = grownLate(run, what);
  return failedIn(run, { type: 'left open', what, atEnd: atEnd(run), run: nameOf(run), grown });
}
