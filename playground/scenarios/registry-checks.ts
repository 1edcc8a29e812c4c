/** Checks of what a registry costs: log channels that stay open, and turns at its lock. */

import { boundedChannels as boundedBy } from './checks.ts';
import type { Check, MeasuredRun } from './scenario.ts';

/** Channels that may stay open at the end, however long the run: a handful of constant names. */
export const mostChannels = 16;
/** One turn at the lock to get a logger and one to give it back. */
const mostTurns = 2;

/** Turns at any lock of the server, per transaction. */
export function turnsPerTransaction({ locks, workload }: MeasuredRun): number {
  const turns = Object.values(locks).reduce((sum, { acquisitions }) => sum + acquisitions, 0);
  return turns / workload.transactions;
}

/** However long the run, the log channels open at its end are a handful. */
export const boundedChannels: Check = boundedBy(mostChannels);

/** A transaction takes the lock to get its logger and, at most, once more to give it back. */
export const fewTurnsAtLock: Check = {
  id: 'few-turns-at-lock',
  check: (runs) => {
    const most = Math.max(...runs.map(turnsPerTransaction));
    const seen = `Turns at a lock of the server, per transaction: ${most.toFixed(2)}.`;
    return most <= mostTurns
      ? { passed: true, message: seen }
      : {
          passed: false,
          message: `${seen} Expected: at most ${mostTurns}, one to get a logger and one to give it back.`,
        };
  },
};
