/** What a program must do to pass the challenge of a release that needs no collector. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { MeasuredRun } from '../scenario.ts';

/** Tells a release at the end of each transaction from one channel for all. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  switch (channelCure(runs)) {
    case 'kept':
      return 'a channel that all transactions share. It costs one that stays open; the id must travel in the record.';
    case 'owned':
    case 'counted':
      return 'an explicit release at the end of each transaction. It costs a call that nobody may forget; a finalizer or a gauge can watch for that.';
    case undefined:
      return '';
  }
}

export const duties = everyDuty;
export const checks = checksFor(duties);
