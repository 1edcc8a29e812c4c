/** What the fixed module must do, whichever family of fix it takes. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty, gaugeTells } from '../duties.ts';
import { fewTurnsAtLock, sharedUnderLock } from '../registry-checks.ts';
import type { RecognisedFix } from '../../record.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Tells the families apart by who wrote to a channel, and who closed it. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const id = channelCure(runs);
  return id && { id };
}

/** No worker is taken out of service while somebody holds a permit. */
const permitHeld: Duty = {
  id: 'permit-held',
  judged: { by: 'held while sending' },
};

/** Who tells the server to stop can end what is in flight. */
const stopReaches: Duty = {
  id: 'stop-reaches',
  judged: { by: 'listed', className: 'CnchServerResource' },
};

export const duties: readonly Duty[] = [
  ...everyDuty,
  fewTurnsAtLock,
  sharedUnderLock,
  permitHeld,
  stopReaches,
  gaugeTells('sent'),
];
export const checks = checksFor(duties);
