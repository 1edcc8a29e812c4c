/** The chart of a scenario's recorded runs: its leaky program, and a fixed one below it. */

import type { RunResult } from '#playground/record.ts';
import { type DrawnRun, fastestGrowing, type View } from '#src/chart/drawn-run.ts';
import { recordedRun } from './recorded-run.ts';

/** What a picture or a table of them shows. */
export interface RecordedFigure {
  /** From the bottom up. */
  readonly runs: readonly (DrawnRun & RunResult)[];
  readonly view: View;
}

/** `locked`: whether the fixed program has no name here, since a challenge asks for it. */
export async function recordedFigure(scenario: string, locked: boolean): Promise<RecordedFigure> {
  const [leaky, fixed] = await Promise.all([recordedRun(scenario, 'leaky'), recordedRun(scenario, 'fixed')]);
  return {
    runs: [
      { role: 'fixed', unseen: locked, ...fixed },
      { role: 'leaky', ...leaky },
    ],
    view: { type: 'objects', className: fastestGrowing(leaky.samples) ?? '' },
  };
}
