/** What a program must do to pass the challenge of the timer. */

import { checksFor } from '../checks.ts';
import { objectsEach } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Tells the families apart by the timer that stays and by the objects that they make. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  const [main] = runs;
  if (main === undefined) return '';
  if (runs.every(({ pendingTimers }) => pendingTimers > 0)) {
    return 'one timer for the process, which asks the resources in flight. It costs an entry that the disposal must not forget.';
  }
  if (runs.some(({ pendingTimers }) => pendingTimers > 0)) return '';
  return objectsEach(runs) < 1.5
    ? 'each resource’s own timer ends with it. It costs a number to keep.'
    : 'a heartbeat that its resource owns and disposes of. It costs one small object per transaction.';
}

/** Whoever watches the log sees of every query that it is alive. */
const heartbeat: Duty = {
  id: 'heartbeat',
  judged: { by: 'silence', mostMs: 1_000 },
};

export const duties: readonly Duty[] = [...everyDuty, heartbeat];
export const checks = checksFor(duties);
