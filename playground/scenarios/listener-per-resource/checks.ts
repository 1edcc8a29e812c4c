/** What a program must do to pass the challenge of the listener. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { MeasuredRun } from '../scenario.ts';

/** A bus is the program’s own, so that who listens is not seen: only that nobody who has ended is known to it. */
export const recogniseFix = (runs: readonly MeasuredRun[]): RecognisedFix | undefined =>
  channelCure(runs) === undefined ? undefined : { id: 'forgotten-at-the-end' };

export const duties = everyDuty;
export const checks = checksFor(duties);
