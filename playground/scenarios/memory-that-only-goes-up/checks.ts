/** What a fix of the mixed server must do: end the one leak, and leave the cache and the pool at work. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';
import { judgeCache, judgePool } from './working-set.ts';

export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const cure = channelCure(runs);
  return cure && { id: cure === 'kept' ? 'shared' : 'released' };
}

export const duties: readonly Duty[] = [
  ...everyDuty,
  {
    id: 'cache-serves',
    judged: { by: 'rule', judge: judgeCache },
  },
  {
    id: 'pool-reuses',
    judged: { by: 'rule', judge: judgePool },
  },
];
export const checks = checksFor(duties);
