/** What a program must do to pass the challenge of the listener. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { MeasuredRun } from '../scenario.ts';

/** A bus is the program’s own, so that who listens is not seen: only that nobody who has ended is known to it. */
export const describeFix = (runs: readonly MeasuredRun[]): string =>
  channelCure(runs) === undefined
    ? ''
    : 'nothing that lives as long as the server knows a resource that has ended. It costs a removal that the disposal must not forget, or one listener for all.';

export const duties = everyDuty;
export const checks = checksFor(duties);
