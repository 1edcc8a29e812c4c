/** What counted loggers must do: live while somebody holds them, and end with the last holder. */

import { checksFor } from '../checks.ts';
import { channelCure, sharingRun } from '../cures.ts';
import { boundedChannels, everyDuty } from '../duties.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Whether a class beside the resource has an instance for each transaction, also where they share a channel. */
function hasLeases(runs: readonly MeasuredRun[]): boolean {
  const sharing = sharingRun(runs);
  const created = Object.entries(sharing?.samples.at(-1)?.created ?? {});
  const { transactions } = sharing?.workload ?? { transactions: Infinity };
  return created.filter(([, made]) => made >= transactions).length > 1;
}

/** Tells the families apart by who wrote to a channel and closed it, and by what is made for each holder. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  switch (channelCure(runs)) {
    case 'kept':
      return 'a logger for all, by a constant name. Nothing is left to count, but the name says less.';
    case 'counted':
      return hasLeases(runs)
        ? 'a lease for each holder, which gives back once however often it is asked. It costs an object for each claim.'
        : 'a count for each name, down to zero at the last release. It costs a release on every way out.';
    case 'owned':
      return 'a logger that its resource owns, so there is nothing to count. It costs one logger per transaction.';
    case undefined:
      return '';
  }
}

/** The last holder closes: an entry that is only erased leaves its channel open. */
const channelsClosed: Duty = {
  ...boundedChannels,
  id: 'channels-closed',
};

export const duties: readonly Duty[] = everyDuty.map((duty) =>
  duty === boundedChannels ? channelsClosed : duty,
);
export const checks = checksFor(duties);
