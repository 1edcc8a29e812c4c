/** What a program must do to pass the challenge of a logger that belongs to its resource. */

import {
  boundedChannels,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Channels that may stay open at the end, however long the run: those of the server, not of a transaction. */
const mostChannels = 4;

/** Tells who owns the channel: the wrapper, or the server's root logger. */
function describeFix([main]: readonly MeasuredRun[]): string {
  if (main === undefined || main.openChannels > mostChannels) return '';
  return main.openChannels === 0
    ? 'Recognised: a logger with a channel of its own, closed with its owner. It costs an open and a close for each transaction.'
    : 'Recognised: a wrapper over a shared channel that stays open. It costs one small object for each transaction, gone with its owner.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels(mostChannels),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
