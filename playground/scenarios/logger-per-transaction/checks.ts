/** What a program must do to pass the challenge of a logger per transaction. */

import {
  boundedChannels,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Channels that may stay open at the end, however long the run: a handful of constant names. */
const mostChannels = 16;

/** Tells the families of right fixes apart by what they do: how many loggers they make, and share. */
function describeFix(runs: readonly MeasuredRun[]): string {
  const [main] = runs;
  const sharing = runs.find(({ workload }) => workload.sharedIdRate > 0);
  if (main === undefined || sharing === undefined || main.openChannels > mostChannels) return '';
  if (main.openChannels > 0) {
    return 'Recognised: a logger for all, by a constant name. It costs a channel that stays open; the id must travel in the record.';
  }
  const [opened, transactions] = [sharing.work.objects, sharing.workload.transactions];
  return opened < 2 * transactions
    ? 'Recognised: a registry that forgets at the last release. It costs a count for each name in use, and a release that nobody may forget.'
    : 'Recognised: a logger that its resource owns. It costs one object per transaction, gone with its owner.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels(mostChannels),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
