/** What a program must do to pass the challenge of a logger per transaction. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { MeasuredRun } from '../scenario.ts';

/** Tells the families of right fixes apart by who wrote to a channel, and who closed it. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const id = channelCure(runs);
  return id && { id };
}

export const duties = everyDuty;
export const checks = checksFor(duties);
