/** What a program must do to pass the challenge of a logger per transaction. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { MeasuredRun } from '../scenario.ts';

/** Tells the families of right fixes apart by who wrote to a channel, and who closed it. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  switch (channelCure(runs)) {
    case 'kept':
      return 'a logger for all, by a constant name. It costs a channel that stays open; the id must travel in the record.';
    case 'counted':
      return 'a registry that forgets at the last release. It costs a count for each name in use, and a release that nobody may forget.';
    case 'owned':
      return 'a logger that its resource owns. It costs one logger per transaction, gone with its owner.';
    case undefined:
      return '';
  }
}

export const duties = everyDuty;
export const checks = checksFor(duties);
