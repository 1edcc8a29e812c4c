/** What each of the versions that mended the leak does, and what a new one must do to stand beside them. */

import { logAttributable, logComplete, noLeak, noUseAfterRelease, workersReleased } from '../checks.ts';
import { boundedChannels, fewTurnsAtLock, mostChannels, turnsPerTransaction } from '../registry-checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Tells the versions apart by what they do: what stays open, what is made, and how often the lock is taken. */
function describeFix(runs: readonly MeasuredRun[]): string {
  const [main] = runs;
  const sharing = runs.find(({ workload }) => workload.sharedIdRate > 0);
  if (main === undefined || sharing === undefined || main.openChannels > mostChannels) return '';
  const turns = turnsPerTransaction(main).toFixed(2);
  const lock = `It takes the lock ${turns} times per transaction`;
  if (main.openChannels > 0 && main.work.objects < 1.5 * main.workload.transactions && Number(turns) < 0.5) {
    return `Recognised: one logger that the module keeps, found once. ${lock}, and a name for each transaction is gone.`;
  }
  if (main.openChannels > 0) {
    return main.work.objects < 1.5 * main.workload.transactions
      ? `Recognised: a constant name, as in 1.0.0. ${lock}, and one entry stays.`
      : `Recognised: a wrapper that its resource owns, as on master. ${lock}, and makes one small object.`;
  }
  return sharing.work.objects < 2 * sharing.workload.transactions
    ? `Recognised: an entry that its holders share, as upstream. ${lock}: to get, and to give back.`
    : `Recognised: a logger that its resource owns and closes. ${lock}, and opens a channel each time.`;
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  boundedChannels,
  fewTurnsAtLock,
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
