/** What a pool must do to pass: stay small, hand out clean loggers, and get every one back. */

import { checksFor } from '../checks.ts';
import { everyDuty } from '../duties.ts';
import { failedIn, nameOf, passed } from '../outcome.ts';
import type { RecognisedFix } from '../../record.ts';
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
    const most = Math.floor(mostOpened(wasteful));
    const { opened } = wasteful.channels;
    return failedIn(wasteful, { type: 'channels not reused', opened, most, run: nameOf(wasteful) });
  }
  return passed({ type: 'channels reused', opened: main?.channels.opened ?? 0 });
}

/** Open channels that no transaction in flight can be using: at the end, and where a busy server has grown quiet. */
const idleIn = ({ openChannels, ebb }: MeasuredRun): number =>
  Math.max(openChannels, ebb === undefined ? 0 : ebb.openChannels - ebb.inFlight);

/** A pool may keep what is idle, up to a bound, and not as much as the busiest moment needed. */
function judgeIdle(runs: readonly MeasuredRun[]): Outcome {
  const most = ({ workload }: MeasuredRun): number => Math.max(alwaysIdle, workload.concurrency / 2);
  const full = runs.find((run) => idleIn(run) > most(run));
  if (full === undefined) return passed({ type: 'few idle', most: Math.max(0, ...runs.map(idleIn)) });
  return failedIn(full, {
    type: 'many idle',
    idle: idleIn(full),
    peak: full.channels.peak,
    concurrency: full.workload.concurrency,
    most: most(full),
    run: nameOf(full),
  });
}

export const duties: readonly Duty[] = [
  ...everyDuty,
  {
    id: 'reuses',
    judged: { by: 'rule', judge: judgeReuse },
  },
  {
    id: 'pool-shrinks',
    judged: { by: 'rule', judge: judgeIdle },
  },
];
export const checks = checksFor(duties);
