/** What each of the versions that fixed the leak does, and what a new one must do to stand beside them. */

import { checksFor } from '../checks.ts';
import { channelCure, objectsEach } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import { closedUnderLock, fewTurnsAtLock, turnsPerTransaction } from '../registry-checks.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Tells the versions apart by what they do: who closes a channel, what is made, and how often the lock is taken. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  const [main] = runs;
  if (main === undefined) return '';
  const turns = turnsPerTransaction(main);
  const lock = lockWords(turns);
  switch (channelCure(runs)) {
    case 'kept':
      return describeKept(runs, main.channels.opened, turns);
    case 'counted':
      return `an entry that its holders share, as upstream. ${lock}: to get, and to give back.`;
    case 'owned':
      return `a logger that its resource owns and closes. ${lock}, and each transaction opens a channel.`;
    case undefined:
      return '';
  }
}

/** What stays open serves all: the module finds it once, or each transaction looks it up by a name that is always the same. */
function describeKept(runs: readonly MeasuredRun[], opened: number, turns: number): string {
  const lock = lockWords(turns);
  if (objectsEach(runs) >= 1.5) {
    return `a wrapper that its resource owns, as on master. ${lock}, and each transaction makes one small object.`;
  }
  if (opened > 1) {
    return `constant names, ${opened} in all. ${lock}, and as many entries stay.`;
  }
  return turns < 0.5
    ? `one logger that the module keeps, found once. ${lock}, and a name for each transaction is gone.`
    : `a constant name, as in 1.0.0. ${lock}, and one entry stays.`;
}

function lockWords(turns: number): string {
  if (turns === 0) return 'It takes no lock';
  if (turns < 0.01) return 'It takes the lock next to never';
  const times = turns.toFixed(2);
  const often = times === '1.00' ? 'once' : times === '2.00' ? 'twice' : `${times} times`;
  return `It takes the lock ${often} per transaction`;
}

export const duties: readonly Duty[] = [...everyDuty, fewTurnsAtLock, closedUnderLock];
export const checks = checksFor(duties);
