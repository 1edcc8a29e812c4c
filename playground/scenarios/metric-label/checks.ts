/** What a program must do to pass the challenge of a gauge whose label is an id: bound it, and go on counting. */

import { checksFor } from '../checks.ts';
import { objectsEach } from '../cures.ts';
import { everyDuty, gaugeTells } from '../duties.ts';
import type { RecognisedFix } from '../../record.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Objects at rest that a gauge without series may be made of. */
const mostPlain = 3;

/** Tells the families apart by what rests on the server when nothing runs, and by what each transaction makes. */
export function recogniseFix(runs: readonly MeasuredRun[]): RecognisedFix | undefined {
  const last = runs[0]?.checkpoints.at(-1);
  if (last === undefined) return undefined;
  const resting = Object.values(last.live).reduce((sum, count) => sum + count, 0);
  if (objectsEach(runs) > 1.5) return { id: 'removed-series' };
  return { id: resting > mostPlain ? 'bounded-labels' : 'plain-gauge' };
}

export const duties: readonly Duty[] = [...everyDuty, gaugeTells('heldParts')];
export const checks = checksFor(duties);
