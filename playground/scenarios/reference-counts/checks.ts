/** What counted loggers must do: live while somebody holds them, and end with the last holder. */

import { checksFor } from '../checks.ts';
import { channelCure, sharingRun } from '../cures.ts';
import { boundedChannels, everyDuty } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Whether a class beside the resource has an instance for each transaction, also where they share a channel. */
function hasLeases(runs: readonly MeasuredRun[]): boolean {
  const sharing = sharingRun(runs);
  const created = Object.entries(sharing?.samples.at(-1)?.created ?? {});
  const { transactions } = sharing?.workload ?? { transactions: Infinity };
  return created.filter(([, made]) => made >= transactions).length > 1;
}

/** Tells the families apart by who wrote to a channel and closed it, and by what is made for each holder. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const cure = channelCure(runs);
  return cure && { id: cure === 'counted' && hasLeases(runs) ? 'leases' : cure };
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
