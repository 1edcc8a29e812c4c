/** What a fix of the mixed server must do: end the one leak, and leave the cache and the pool at work. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';
import { judgeCache, judgePool } from './working-set.ts';

export function describeFix(runs: readonly MeasuredRun[]): string {
  switch (channelCure(runs)) {
    case 'kept':
      return 'a logger for all, by a constant name. Cache and pool were innocent.';
    case 'owned':
    case 'counted':
      return 'a logger that ends with its transaction. Cache and pool were innocent.';
    case undefined:
      return '';
  }
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
