/** What a program must do to pass the challenge of the failing path. */

import { checksFor } from '../checks.ts';
import { channelCure } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** A fix is told by what happens to the sender’s channel: there is none, or it ends with the call, or with the resource. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  const [main] = runs;
  if (main === undefined || channelCure(runs) !== 'owned') return '';
  const { opened, closedAtEnd } = main.channels;
  if (opened <= main.workload.transactions) {
    return 'one channel serves the transaction from begin to end, so the send has nothing to close. It costs a name that says less.';
  }
  return closedAtEnd === opened
    ? 'the resource owns the logger of its send, and both end together. It costs a logger that lives a little longer.'
    : 'the logger ends with the call that opened it, on every way out. It costs a block, or one word with `using`.';
}

/** What a program calls a Logger and has in use is on the operator’s list. */
const listed: Duty = {
  id: 'operator-list',
  judged: { by: 'listed', className: 'Logger' },
};

export const duties: readonly Duty[] = [...everyDuty, listed];
export const checks = checksFor(duties);
