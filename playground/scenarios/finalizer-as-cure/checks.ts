/** What a program must do to pass the challenge of a release that needs no collector. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { MeasuredRun } from '../scenario.ts';

/** Tells a release at the end of each transaction from one channel for all. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const cure = channelCure(runs);
  return cure && { id: cure === 'kept' ? 'shared' : 'released' };
}

export const duties = everyDuty;
export const checks = checksFor(duties);
