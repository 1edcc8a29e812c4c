/** What a program must do to pass the challenge of a logger that belongs to its resource. */

import { checksFor } from '../checks.ts';
import { channelCure, objectsEach } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { MeasuredRun } from '../scenario.ts';

/** Tells who owns the channel: the wrapper, or the server. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  switch (channelCure(runs)) {
    case 'kept':
      return { id: objectsEach(runs) >= 1.5 ? 'wrapper' : 'shared' };
    case 'owned':
      return { id: 'owned' };
    case 'counted':
    case undefined:
      return undefined;
  }
}

export const duties = everyDuty;
export const checks = checksFor(duties);
