/** Judges what a registry costs and risks: turns at its lock, and what is shared without one. */

import type { Tally } from '../record.ts';
import { turnsPerTransaction } from './lock-turns.ts';
import { failedIn, nameOf, passed } from './outcome.ts';
import type { Duty, MeasuredRun, Outcome } from './scenario.ts';

/** A transaction takes the lock to get its logger and, at most, once more to give it back. */
export const fewTurnsAtLock: Duty = {
  id: 'few-turns-at-lock',
  judged: { by: 'turns at a lock', most: 2 },
};

/** What a registry must do where several threads may look something up at once. */
export const sharedUnderLock: Duty = {
  id: 'shared-under-lock',
  judged: { by: 'lock held', at: 'open and close' },
};

/** The same where only a close under somebody else’s feet is at stake. */
export const closedUnderLock: Duty = {
  id: 'closed-under-lock',
  judged: { by: 'lock held', at: 'close' },
};

/** Whether turns at a lock are few. */
export function judgeTurns(most: number, runs: readonly MeasuredRun[]): Outcome {
  const [first] = runs;
  if (first === undefined) return passed({ type: 'no run' });
  const worst = runs.reduce((a, b) => (turnsPerTransaction(b) > turnsPerTransaction(a) ? b : a), first);
  const turns = turnsPerTransaction(worst);
  return turns <= most
    ? passed({ type: 'few turns', turns })
    : failedIn(worst, { type: 'many turns', turns, most, run: nameOf(worst) });
}

/** Whether what is shared was opened and closed, or only closed, under a lock. */
export function judgeLocked(at: 'open and close' | 'close', runs: readonly MeasuredRun[]): Outcome {
  for (const run of runs) {
    const {
      sharedOpenedUnlocked: opened,
      sharedClosedUnlocked: closed,
      sharedUsedUnlocked: used,
    } = run.channels;
    if (at === 'open and close' && opened.count > 0) return unlocked(run, opened, 'opened');
    if (closed.count > 0) return unlocked(run, closed, 'closed');
    if (used.count > 0) return unlocked(run, used, 'used');
  }
  const shared = runs.reduce((sum, run) => sum + run.channels.shared, 0);
  return passed({ type: 'locked', shared });
}

function unlocked(
  run: MeasuredRun,
  { count, transaction }: Tally,
  when: 'opened' | 'closed' | 'used',
): Outcome {
  return failedIn(run, { type: 'unlocked', when, count, transaction, run: nameOf(run) }, transaction);
}
