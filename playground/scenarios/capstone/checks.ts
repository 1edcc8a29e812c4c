/** What the fixed module must do, whichever family of fix it takes. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty, gaugeTells } from '../duties.ts';
import { fewTurnsAtLock, sharedUnderLock } from '../registry-checks.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Tells the families apart by who wrote to a channel, and who closed it. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  switch (channelCure(runs)) {
    case 'kept':
      return 'a bounded key. It costs a channel that stays open, and the id must travel in the record.';
    case 'counted':
      return 'a registry that forgets at the last release. It costs a second turn at the lock, and a release that nobody may forget.';
    case 'owned':
      return 'a logger that its resource owns. It costs one logger per transaction, gone with its owner.';
    case undefined:
      return '';
  }
}

/** No worker is taken out of service while somebody holds a permit. */
const permitHeld: Duty = {
  id: 'permit-held',
  judged: { by: 'held while sending' },
};

export const duties: readonly Duty[] = [
  ...everyDuty,
  fewTurnsAtLock,
  sharedUnderLock,
  permitHeld,
  gaugeTells('sent'),
];
export const checks = checksFor(duties);
