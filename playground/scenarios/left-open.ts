/** Tells what a program has left open for good from what it keeps for use: the one follows the length of the run. */

import { judge } from '../analysis/verdict.ts';
import type { Lent } from '../protocol.ts';
import { count, failedIn, nameOf, passed } from './outcome.ts';
import type { MeasuredRun, Outcome } from './scenario.ts';

interface Words {
  readonly things: string;
  /** What they are still doing, of many. */
  readonly remain: string;
  readonly atEnd: (run: MeasuredRun) => number;
}

const words: Readonly<Record<keyof Lent, Words>> = {
  channels: { things: 'Log channels', remain: 'stay open', atEnd: ({ openChannels }) => openChannels },
  timers: {
    things: 'Timers',
    remain: 'still go off',
    atEnd: ({ checkpoints }) => checkpoints.at(-1)?.lent?.timers ?? 0,
  },
  locks: { things: 'Locks', remain: 'are kept by the server', atEnd: ({ lockNames }) => lockNames },
};

/** What may come late in a run for a good reason, such as a channel for the first failure. */
const late = 4;
/** Checkpoints by which growth can be told. */
const fewest = 4;

/** What may be open at once for the sake of those in flight: a pool for twice as many, and a handful beside. */
const inUse = ({ workload }: MeasuredRun): number => 2 * workload.concurrency + 16;

/** By how many the lowest of the last checkpoints is above the highest of the first half: what comes and goes gives none. */
function grownLate({ checkpoints }: MeasuredRun, what: keyof Lent): number {
  if (checkpoints.length < fewest) return 0;
  const counts = checkpoints.map(({ lent }) => lent?.[what] ?? 0);
  const half = counts.length >> 1;
  return Math.max(0, Math.min(...counts.slice(half + 1)) - Math.max(...counts.slice(0, half)));
}

/** Whether as many more are left by each batch, each failure or the like: a leak by the laws that hold for objects. */
function leaks({ workload, checkpoints }: MeasuredRun, what: keyof Lent): boolean {
  const counted = checkpoints.map((at) => ({ ...at, live: { [what]: at.lent?.[what] ?? 0 } }));
  const site = { name: what, line: 1, column: 1 };
  const { classes } = judge({ workload, checkpoints: counted, samples: [], peak: {} }, [site], 0);
  return classes[what]?.kind === 'leak';
}

function grows(run: MeasuredRun, what: keyof Lent): boolean {
  if (leaks(run, what)) return true;
  const open = words[what].atEnd(run);
  if (open > inUse(run) && open > run.workload.transactions / 4) return true;
  return grownLate(run, what) > (run.workload.steady === undefined ? late : inUse(run));
}

/** Whether a longer run has come to as many and then to no more: then this one was just too short to get there. */
function isBounded(run: MeasuredRun, what: keyof Lent, runs: readonly MeasuredRun[]): boolean {
  const { atEnd } = words[what];
  return runs.some(
    (other) =>
      other.workload.transactions > run.workload.transactions &&
      atEnd(other) >= atEnd(run) &&
      !grows(other, what),
  );
}

/** Whether what is left open at the end stays the same however long the run. */
export function judgeLeftOpen(what: keyof Lent, runs: readonly MeasuredRun[]): Outcome {
  const { things, remain, atEnd } = words[what];
  const run = runs.find((each) => grows(each, what) && !isBounded(each, what, runs));
  if (run === undefined) {
    const most = Math.max(0, ...runs.map(atEnd));
    return passed(`${things} that ${remain} at the end: ${count(most)}, however long the run.`);
  }
  const grown = grownLate(run, what);
  const half = grown > 0 ? `, where ${count(grown)} more stayed open late in the run than early` : '';
  return failedIn(
    run,
    `${things} ${remain} when all transactions have ended: ${count(atEnd(run))} with ${nameOf(run)}${half}. Expected: a number that does not follow the length of the run.`,
  );
}
