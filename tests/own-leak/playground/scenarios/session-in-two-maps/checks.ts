/** What a program must do to pass the challenge of this scenario. */

import type { RecognisedFix } from '../../record.ts';
import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { MeasuredRun } from '../scenario.ts';

/** The map is the program’s own, so the runs show only that nothing of an ended transaction stays. */
export const recogniseFix = (runs: readonly MeasuredRun[]): RecognisedFix | undefined =>
  channelCure(runs) === undefined ? undefined : { id: 'gone-at-the-end' };

export const duties = everyDuty;
export const checks = checksFor(duties);
