/** Judges what a registry costs and risks: turns at its lock, and what is shared without one. */

import type { Tally } from '../protocol.ts';
import { count, failedIn, nameOf, passed } from './outcome.ts';
import type { Duty, MeasuredRun, Outcome } from './scenario.ts';

/** Turns at any lock of the server, per transaction. */
export function turnsPerTransaction({ locks, workload }: MeasuredRun): number {
  const turns = Object.values(locks).reduce((sum, { acquisitions }) => sum + acquisitions, 0);
  return turns / workload.transactions;
}

/** A transaction takes the lock to get its logger and, at most, once more to give it back. */
export const fewTurnsAtLock: Duty = {
  id: 'few-turns-at-lock',
  text: 'A transaction takes a lock of the server at most twice, once to get a logger and once to give it back.',
  judged: { by: 'turns at a lock', most: 2 },
};

/** What a registry must do where several threads may look something up at once. */
export const sharedUnderLock: Duty = {
  id: 'shared-under-lock',
  text: 'A log channel that several transactions use is opened, looked up, and closed under a lock of the server.',
  judged: { by: 'lock held', at: 'open and close' },
};

/** The same where only a close under somebody else’s feet is at stake. */
export const closedUnderLock: Duty = {
  id: 'closed-under-lock',
  text: 'A log channel that several transactions have used is closed under the lock under which it was opened and looked up.',
  judged: { by: 'lock held', at: 'close' },
};

/** Whether turns at a lock are few. */
export function judgeTurns(most: number, runs: readonly MeasuredRun[]): Outcome {
  const [first] = runs;
  if (first === undefined) return passed('There is no run.');
  const worst = runs.reduce((a, b) => (turnsPerTransaction(b) > turnsPerTransaction(a) ? b : a), first);
  const turns = turnsPerTransaction(worst);
  const seen = `Turns at a lock of the server, per transaction: ${turns === 0 ? 'none' : turns < 0.01 ? 'next to none' : turns.toFixed(2)}`;
  return turns <= most
    ? passed(`${seen}.`)
    : failedIn(
        worst,
        `${seen} with ${nameOf(worst)}. Expected: at most ${most}, one to get a logger and one to give it back.`,
      );
}

/** Whether what is shared was opened and closed, or only closed, under a lock. */
export function judgeLocked(at: 'open and close' | 'close', runs: readonly MeasuredRun[]): Outcome {
  for (const run of runs) {
    const {
      sharedOpenedUnlocked: opened,
      sharedClosedUnlocked: closed,
      sharedUsedUnlocked: used,
    } = run.channels;
    if (at === 'open and close' && opened.count > 0) return unlocked(run, opened, 'opened without a lock');
    if (closed.count > 0) return unlocked(run, closed, 'closed without the lock under which it was opened');
    if (used.count > 0)
      return unlocked(run, used, 'closed after a transaction had used it without ever taking its lock');
  }
  const shared = runs.reduce((sum, run) => sum + run.channels.shared, 0);
  return passed(
    shared === 0
      ? 'No two transactions share a log channel, so none needs a lock.'
      : `Log channels that transactions share: ${count(shared)}, none of them without a lock.`,
  );
}

function unlocked(run: MeasuredRun, { count: times, transaction }: Tally, what: string): Outcome {
  const first = transaction === undefined ? '' : `, first in transaction ${count(transaction)}`;
  const often = times === 1 ? 'once' : `${count(times)} times`;
  return failedIn(
    run,
    `A log channel that several transactions share was ${what}, ${often}${first} (with ${nameOf(run)}). Expected: a lock of the server is held, as two threads may look up the same name at once.`,
    transaction,
  );
}
