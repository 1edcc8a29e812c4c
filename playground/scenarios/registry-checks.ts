/** Checks of what a registry costs: log channels that stay open, and turns at its lock. */

import type { Check, MeasuredRun } from './scenario.ts';

/** Channels that may stay open at the end, however long the run: a handful of constant names. */
export const mostChannels = 16;
/** One turn at the lock to get a logger and one to give it back. */
const mostTurns = 2;

const count = (value: number): string => value.toLocaleString('en');

/** Turns at any lock of the server, per transaction. */
export function turnsPerTransaction({ locks, workload }: MeasuredRun): number {
  const turns = Object.values(locks).reduce((sum, { acquisitions }) => sum + acquisitions, 0);
  return turns / workload.transactions;
}

/** However long the run, the log channels open at its end are a handful. */
export const boundedChannels: Check = {
  id: 'bounded-channels',
  check: (runs) => {
    const most = Math.max(...runs.map(({ openChannels }) => openChannels));
    if (most <= mostChannels) return { passed: true, message: `Log channels open at the end: ${most}.` };
    const seen = runs.map(
      ({ openChannels, workload }) => `${count(openChannels)} of ${count(workload.transactions)}`,
    );
    return {
      passed: false,
      message: `Log channels stay open when all transactions have ended: ${seen.join(', ')} transactions. Expected: at most ${mostChannels}.`,
    };
  },
};

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
