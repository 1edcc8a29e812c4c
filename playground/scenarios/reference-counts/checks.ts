/** What counted loggers must do: live while somebody holds them, and end with the last holder. */

import { logAttributable, logComplete, noLeak, noUseAfterRelease, workersReleased } from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Channels that may stay open at the end, however long the run: a handful of constant names. */
const mostChannels = 16;

/** The last holder closes: an entry that is only erased leaves its channel open. */
const channelsClosed: Check = {
  id: 'channels-closed',
  check: (runs) => {
    const worst = runs.reduce((most, run) => (run.openChannels > most.openChannels ? run : most));
    const { openChannels, workload } = worst;
    const seen = `Log channels still open when no one holds a logger: ${openChannels.toLocaleString('en')} after ${workload.transactions.toLocaleString('en')} transactions.`;
    return openChannels <= mostChannels
      ? { passed: true, message: seen }
      : { passed: false, message: `${seen} Expected: at most ${mostChannels}.` };
  },
};

/** Tells the families apart by what they leave open and by the objects that they make where ids are shared. */
function describeFix(runs: readonly MeasuredRun[]): string {
  const [main] = runs;
  const sharing = runs.find(({ workload }) => workload.sharedIdRate > 0);
  if (main === undefined || sharing === undefined || main.openChannels > mostChannels) return '';
  if (main.openChannels > 0) {
    return 'Recognised: a logger for all, by a constant name. Nothing is left to count, but the name says less.';
  }
  const made = sharing.work.objects / sharing.workload.transactions;
  if (made > 2) {
    return 'Recognised: a lease for each holder, which gives back once however often it is asked. It costs an object for each claim.';
  }
  return made < 2
    ? 'Recognised: a count for each name, down to zero at the last release. It costs a release on every way out.'
    : 'Recognised: a logger that its resource owns, so there is nothing to count. It costs one object per transaction.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  channelsClosed,
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
