/** What a program must do to pass the challenge of a gauge whose label is an id: bound it, and go on counting. */

import {
  gaugeTells,
  logAttributable,
  logComplete,
  noLeak,
  noUseAfterRelease,
  workersReleased,
} from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Tells the families apart by what rests on the server when nothing runs, and by what each transaction makes. */
function describeFix([main]: readonly MeasuredRun[]): string {
  const last = main?.checkpoints.at(-1);
  if (main === undefined || last === undefined) return '';
  if (main.work.objects > 1.5 * main.workload.transactions) {
    return 'Recognised: a series that is removed when its transaction ends. It costs a removal that nobody may forget, and no scrape after the end sees it.';
  }
  const resting = Object.values(last.live).reduce((sum, count) => sum + count, 0);
  return resting > 3
    ? 'Recognised: labels from a bounded set. It costs one series for each value; which transaction it was must be read in the log.'
    : 'Recognised: one gauge without a label. It costs one series; it says how much is held, and not where.';
}

export const checks: readonly Check[] = [
  noLeak(describeFix),
  gaugeTells('heldParts'),
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
