/** What a program must do to pass the challenge of a logger that belongs to its resource. */

import { checksFor } from '../checks.ts';
import { channelCure, objectsEach } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { MeasuredRun } from '../scenario.ts';

/** Tells who owns the channel: the wrapper, or the server. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  switch (channelCure(runs)) {
    case 'kept':
      return objectsEach(runs) >= 1.5
        ? 'a wrapper over a shared channel that stays open. It costs one small object for each transaction, gone with its owner.'
        : 'a shared channel that stays open. It costs an id with each line.';
    case 'owned':
      return 'a logger with a channel of its own, closed with its owner. It costs an open and a close for each transaction.';
    case 'counted':
    case undefined:
      return '';
  }
}

export const duties = everyDuty;
export const checks = checksFor(duties);
