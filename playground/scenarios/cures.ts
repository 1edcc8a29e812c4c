/** Recognises what a fix did with its log channels, from what was seen: who wrote to each, who closed it, and when. */

import type { MeasuredRun } from './scenario.ts';

/**
 * `kept`: a few channels that many transactions write to and that stay open. `owned`: each transaction closes the
 * channels that it alone wrote to. `counted`: as `owned`, and where transactions share a channel it is closed as well.
 */
export type ChannelCure = 'kept' | 'owned' | 'counted';

type Runs = readonly MeasuredRun[];

/** Of channels: so few, measured by the transactions, that they cannot belong to one each. */
const few = 0.1;

/** Whether many transactions write to the same few channels. */
function sharesFew({ channels, workload }: MeasuredRun): boolean {
  return channels.shared > 0 && channels.opened <= Math.max(16, few * workload.transactions);
}

function endsAll({ channels, openChannels }: MeasuredRun): boolean {
  return (
    channels.opened > 0 &&
    openChannels === 0 &&
    channels.closedByOwner + channels.closedShared === channels.opened
  );
}

/** What was done in all runs alike; undefined where that is none of these, or where runs differ. */
export function channelCure(runs: Runs): ChannelCure | undefined {
  if (runs.length === 0) return undefined;
  if (runs.every((run) => sharesFew(run) && run.openChannels > 0 && run.channels.closedShared === 0)) {
    return 'kept';
  }
  if (!runs.every(endsAll)) return undefined;
  const sharing = runs.filter(({ channels }) => channels.shared > 0);
  if (sharing.length === 0) return 'owned';
  return sharing.every(({ workload }) => workload.sharedIdRate > 0) ? 'counted' : undefined;
}

/** Instances of the program's classes made for each transaction of the main run. */
export function objectsEach([main]: Runs): number {
  return main === undefined ? 0 : main.work.objects / main.workload.transactions;
}

/** The run in which transactions share ids, if there is one. */
export function sharingRun(runs: Runs): MeasuredRun | undefined {
  return runs.find(({ workload }) => workload.sharedIdRate > 0);
}
