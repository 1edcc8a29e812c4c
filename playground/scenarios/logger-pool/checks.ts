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
    ? 'Recognised: a flyweight, one logger that knows no transaction. It costs an id with each line, and needs no pool.'
    : 'Recognised: a pool with a bound, whose loggers come back clean. It costs a reset and a release that nobody may forget or do twice.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels(mostIdle),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
