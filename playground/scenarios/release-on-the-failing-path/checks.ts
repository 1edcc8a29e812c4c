/** What a program must do to pass the challenge of the failing path. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** A fix is told by what happens to the sender’s channel: there is none, or it ends with the call, or with the resource. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const [main] = runs;
  if (main === undefined || channelCure(runs) !== 'owned') return undefined;
  const { opened, closedAtEnd } = main.channels;
  if (opened <= main.workload.transactions) return { id: 'one-channel' };
  return { id: closedAtEnd === opened ? 'ends-with-resource' : 'ends-with-call' };
}

/** What a program calls a Logger and has in use is on the operator’s list. */
const listed: Duty = {
  id: 'operator-list',
  judged: { by: 'listed', className: 'Logger' },
};

export const duties: readonly Duty[] = [...everyDuty, listed];
export const checks = checksFor(duties);
