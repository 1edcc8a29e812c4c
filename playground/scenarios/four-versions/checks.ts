/** What each of the versions that fixed the leak does, and what a new one must do to stand beside them. */

import { checksFor } from '../checks.ts';
import { channelCure, objectsEach } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import { turnsPerTransaction } from '../lock-turns.ts';
import { closedUnderLock, fewTurnsAtLock } from '../registry-checks.ts';
import type { RecognisedFix } from '../../record.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Tells the versions apart by what they do: who closes a channel, what is made, and how often the lock is taken. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const [main] = runs;
  if (main === undefined) return undefined;
  const turns = turnsPerTransaction(main);
  const cure = channelCure(runs);
  if (cure !== 'kept') return cure && { id: cure, numbers: { turns } };
  const { opened } = main.channels;
  return { id: keptBy(runs, opened, turns), numbers: { turns, opened } };
}

/** What stays open serves all: the module finds it once, or each transaction looks it up by a name that is always the same. */
function keptBy(runs: readonly MeasuredRun[], opened: number, turns: number): string {
  if (objectsEach(runs) >= 1.5) return 'wrapper';
  if (opened > 1) return 'constant-names';
  return turns < 0.5 ? 'found-once' : 'constant-name';
}

export const duties: readonly Duty[] = [...everyDuty, fewTurnsAtLock, closedUnderLock];
export const checks = checksFor(duties);
