/** What a program must do to pass the challenge of the timer. */

import { checksFor } from '../checks.ts';
import { objectsEach } from '../cures.ts';
import { everyDuty } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Tells the families apart by the timer that stays and by the objects that they make. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const [main] = runs;
  if (main === undefined) return undefined;
  if (runs.every(({ pendingTimers }) => pendingTimers > 0)) return { id: 'one-timer' };
  if (runs.some(({ pendingTimers }) => pendingTimers > 0)) return undefined;
  return { id: objectsEach(runs) < 1.5 ? 'own-timer' : 'heartbeat' };
}

/** Whoever watches the log sees of every query that it is alive. */
const heartbeat: Duty = {
  id: 'heartbeat',
  judged: { by: 'silence', mostMs: 1_000 },
};

export const duties: readonly Duty[] = [...everyDuty, heartbeat];
export const checks = checksFor(duties);
