/** What the mended module must do, whichever family of fix it takes. */

import {
  gaugeTells,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import { boundedChannels, fewTurnsAtLock, mostChannels } from '../registry-checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Tells the families apart by what stays open, and by what two resources of one id share. */
function describeFix(runs: readonly MeasuredRun[]): string {
  const [main] = runs;
  const sharing = runs.find(({ workload }) => workload.sharedIdRate > 0);
  if (main === undefined || sharing === undefined || main.openChannels > mostChannels) return '';
  if (main.openChannels > 0) {
    return 'Recognised: a bounded key. It costs a channel that stays open, and the id must travel in the record.';
  }
  /** A resource, a permit and, where each has its own, a logger. */
  return sharing.work.objects < 3 * sharing.workload.transactions
    ? 'Recognised: a registry that forgets at the last release. It costs a second turn at the lock, and a release that nobody may forget.'
    : 'Recognised: a logger that its resource owns. It costs one object per transaction, gone with its owner.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels,
  fewTurnsAtLock,
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
  gaugeTells('sent'),
];
