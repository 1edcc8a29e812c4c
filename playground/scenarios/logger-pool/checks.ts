/** What a pool must do to pass: stay small, hand out clean loggers, and get every one back. */

import { checksFor } from '../checks.ts';
import { everyDuty } from '../duties.ts';
import { count, failedIn, nameOf, passed } from '../outcome.ts';
import type { RecognisedFix } from '../../protocol.ts';
import type { Duty, MeasuredRun, Outcome } from '../scenario.ts';

/** Loggers that any pool may keep, however quiet the server. */
const alwaysIdle = 16;

export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const [main] = runs;
  if (main === undefined || !runs.every(({ channels }) => channels.shared > 0)) return undefined;
  return { id: main.channels.opened === 1 ? 'flyweight' : 'bounded-pool' };
}

/** Channels that a run may open: for one in ten transactions, and anew for all in flight whenever the server was empty. */
const mostOpened = ({ workload, checkpoints }: MeasuredRun): number =>
  workload.transactions / 10 + workload.concurrency * (checkpoints.length + 1);

/** Whether more time than usual passes between two transactions, so that a pool may well have closed what was idle. */
const isSlow = ({ workload }: MeasuredRun): boolean => (workload.steady?.pace ?? 1) > 1;

function judgeReuse(runs: readonly MeasuredRun[]): Outcome {
  const [main] = runs;
  const wasteful = runs.find((run) => !isSlow(run) && run.channels.opened > mostOpened(run));
  if (wasteful !== undefined) {
    return failedIn(
      wasteful,
      `Nothing is used again: ${count(wasteful.channels.opened)} channels were opened for ${nameOf(wasteful)}. Expected: at most ${count(Math.floor(mostOpened(wasteful)))}, whatever is kept in the pool.`,
    );
  }
  return passed(`Channels opened in the main run: ${count(main?.channels.opened ?? 0)}, each used again.`);
}

/** Open channels that no transaction in flight can be using: at the end, and where a busy server has grown quiet. */
const idleIn = ({ openChannels, ebb }: MeasuredRun): number =>
  Math.max(openChannels, ebb === undefined ? 0 : ebb.openChannels - ebb.inFlight);

/** A pool may keep what is idle, up to a bound, and not as much as the busiest moment needed. */
function judgeIdle(runs: readonly MeasuredRun[]): Outcome {
  const most = ({ workload }: MeasuredRun): number => Math.max(alwaysIdle, workload.concurrency / 2);
  const full = runs.find((run) => idleIn(run) > most(run));
  if (full === undefined) {
    const left = Math.max(0, ...runs.map(idleIn));
    return passed(`Channels that wait in the pool when all is quiet: at most ${count(left)}.`);
  }
  return failedIn(
    full,
    `${count(idleIn(full))} channels stay open that nobody uses, after at most ${count(full.channels.peak)} were in use (with ${nameOf(full)} and ${full.workload.concurrency} in flight). Expected: at most ${count(most(full))}, as those of the busiest moment are closed.`,
  );
}

export const duties: readonly Duty[] = [
  ...everyDuty,
  {
    id: 'reuses',
    text: 'A log channel serves one transaction after another.',
    judged: { by: 'rule', judge: judgeReuse },
  },
  {
    id: 'pool-shrinks',
    text: 'After the busiest moment the pool closes what it no longer needs.',
    judged: { by: 'rule', judge: judgeIdle },
  },
];
export const checks = checksFor(duties);
