/** What a mend of the mixed server must do: end the one leak, and leave the cache and the pool at work. */

import {
  boundedChannels,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Log channels that may stay open at the end, however long the run. */
const mostChannels = 16;

/** Instances of a class that the second half of a run made. */
function madeLate({ samples }: MeasuredRun, name: string): number {
  const at = (index: number): number => samples[index]?.created[name] ?? 0;
  return at(samples.length - 1) - at(Math.floor(samples.length / 2));
}

/** In a long run every part and column has been read before, so a cache that serves makes next to nothing any more. */
const cacheServes: Check = {
  id: 'cache-serves',
  check: ([main]) => {
    if (main === undefined) return { passed: false, message: 'There is no run.' };
    const [made, live] = [madeLate(main, 'CachedPart'), main.samples.at(-1)?.live['CachedPart'] ?? 0];
    const late = `${made.toLocaleString('en')} parts were read anew in the second half of the run`;
    return live > 0 && made < main.workload.transactions / 100
      ? { passed: true, message: `The cache still serves: ${late}.` }
      : {
          passed: false,
          message: `The cache no longer serves: ${late}. Expected: next to none, from a class CachedPart.`,
        };
  },
};

/** A pool that is used makes no more buffers than were ever in use at once. */
const poolReuses: Check = {
  id: 'pool-reuses',
  check: ([main]) => {
    const made = main?.samples.at(-1)?.created['PooledBuffer'] ?? 0;
    const most = main?.workload.concurrency ?? 0;
    return made > 0 && made <= most
      ? { passed: true, message: `The pool still lends its buffers: ${made} were ever made.` }
      : {
          passed: false,
          message: `The pool no longer lends its buffers: ${made.toLocaleString('en')} were made. Expected: from 1 to ${most}, the transactions in flight, of a class PooledBuffer.`,
        };
  },
};

function describeFix([main]: readonly MeasuredRun[]): string {
  if (main === undefined || main.openChannels > mostChannels) return '';
  return main.openChannels > 0
    ? 'Recognised: a logger for all, by a constant name. Cache and pool were innocent.'
    : 'Recognised: a logger that its resource owns. Cache and pool were innocent.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  cacheServes,
  poolReuses,
  boundedChannels(mostChannels),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
