/** What a program must do to pass the challenge of a gauge whose label is an id: bound it, and go on counting. */

import { logAttributable, logComplete, noLeak, noUseAfterRelease, workersReleased } from '../checks.ts';
import type { Check, MeasuredRun } from '../scenario.ts';

/** Changes of the gauge in a transaction: up for the parts of each of two tables, and down again at the end. */
const leastChanges = 3;

/** The gauge is still at work: it moves under its lock as often as what it counts. */
const gaugeMoves: Check = {
  id: 'gauge-moves',
  check: ([main]) => {
    if (main === undefined) return { passed: false, message: 'There is no run to judge.' };
    const changes = main.locks['metrics']?.acquisitions ?? 0;
    const expected = leastChanges * main.workload.transactions;
    const seen = `The gauge was changed ${changes.toLocaleString('en')} times in ${main.workload.transactions.toLocaleString('en')} transactions`;
    return changes >= expected
      ? { passed: true, message: `${seen}: up with all parts, and down again at the end.` }
      : {
          passed: false,
          message: `${seen}. Expected: at least ${expected.toLocaleString('en')}, up for each table and down at the end, each under the lock "metrics".`,
        };
  },
};

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
  gaugeMoves,
  logComplete,
  logAttributable,
  noUseAfterRelease,
  workersReleased,
];
