/** What a program must do to pass the challenge of a release that needs no collector. */

import {
  boundedChannels,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Channels that may stay open at the end, however long the run. */
const mostChannels = 4;

/** Tells a release at the end of each transaction from one channel for all. */
function describeFix([main]: readonly MeasuredRun[]): string {
  if (main === undefined || main.openChannels > mostChannels) return '';
  return main.openChannels === 0
    ? 'Recognised: an explicit release at the end of each transaction. It costs a call that nobody may forget; a finalizer or a gauge can watch for that.'
    : 'Recognised: a channel that all transactions share. It costs one that stays open; the id must travel in the record.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels(mostChannels),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
