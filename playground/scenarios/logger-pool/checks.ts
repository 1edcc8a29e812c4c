/** What a pool must do to pass: stay small, hand out clean loggers, and get every one back. */

import {
  boundedChannels,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Loggers that may wait in the pool after the busiest moment has passed. */
const mostIdle = 8;

function describeFix([main]: readonly MeasuredRun[]): string {
  if (main === undefined) return '';
  return main.openChannels <= 1
    ? 'Recognised: one logger for all, a flyweight. It costs an id with each line, and needs no pool.'
    : 'Recognised: a pool with a bound, whose loggers come back clean. It costs a reset and a release that nobody may forget or do twice.';
}

/** A pool is there to be used again: few of its loggers are made, whatever the number of transactions. */
const reuses: Check = {
  id: 'reuses',
  check: ([main]) => {
    const made = main?.samples.at(-1)?.created['PooledLogger'] ?? 0;
    const most = (main?.workload.transactions ?? 0) / 10;
    const seen = `Pooled loggers made in the main run: ${made.toLocaleString('en')}.`;
    return made <= most
      ? { passed: true, message: seen }
      : {
          passed: false,
          message: `${seen} Expected: at most ${most.toLocaleString('en')}, since they are used again.`,
        };
  },
};

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels(mostIdle),
  reuses,
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
