/** What a program must do to pass the challenge of a gauge whose label is an id: bound it, and go on counting. */

import { checksFor } from '../checks.ts';
import { objectsEach } from '../cures.ts';
import { everyDuty, gaugeTells } from '../duties.ts';
import type { Duty, MeasuredRun } from '../scenario.ts';

/** Objects at rest that a gauge without series may be made of. */
const mostPlain = 3;

/** Tells the families apart by what rests on the server when nothing runs, and by what each transaction makes. */
export function describeFix(runs: readonly MeasuredRun[]): string {
  const last = runs[0]?.checkpoints.at(-1);
  if (last === undefined) return '';
  const resting = Object.values(last.live).reduce((sum, count) => sum + count, 0);
  if (objectsEach(runs) > 1.5) {
    return 'a series that is removed when its transaction ends. It costs a removal that nobody may forget, and no scrape after the end sees it.';
  }
  if (resting > mostPlain) {
    return 'labels from a bounded set. It costs one series for each value; which transaction it was must be read in the log.';
  }
  return 'a gauge that makes no series for anybody. It costs a number or a few; which transaction it was must be read in the log.';
}

export const duties: readonly Duty[] = [...everyDuty, gaugeTells('heldParts')];
export const checks = checksFor(duties);
