/** Lines of a chart: from runs and a view to points, with labels at their ends. */

import { classNames, type DrawnRun, liveCount, type Role, type View } from './drawn-run.ts';
import { nameOfRun } from './run-words.ts';

export interface ChartPoint {
  /** Virtual milliseconds; in the view of survivors, the number of the transaction. */
  readonly x: number;
  readonly y: number;
}

export interface ChartSeries {
  readonly role: Role;
  /** What readers call it. */
  readonly name: string;
  readonly faded: boolean;
  readonly points: readonly ChartPoint[];
  /** Where the server died, if it did: always the last point. */
  readonly death?: { readonly transaction: number };
}

/** The line of one run in a view; `undefined` when the run has nothing to show there. */
export function seriesOf(run: DrawnRun, view: View): ChartSeries | undefined {
  const points = view.type === 'survivors' ? survivorPoints(run, view.className) : samplePoints(run, view);
  if (points.length === 0) return undefined;
  const died = run.failure?.kind === 'out-of-memory' && view.type !== 'survivors';
  const transaction = run.failure?.transaction ?? run.samples.at(-1)?.transactions ?? 0;
  return {
    role: run.role,
    name: nameOfRun(run),
    faded: run.faded ?? false,
    points,
    ...(died ? { death: { transaction } } : {}),
  };
}

function samplePoints(run: DrawnRun, view: Exclude<View, { type: 'survivors' }>): readonly ChartPoint[] {
  if (view.type === 'objects' && !classNames([run]).includes(view.className)) return [];
  return run.samples.map((sample) => ({
    x: sample.virtualMs,
    y: view.type === 'bytes' ? sample.bytes : liveCount(sample, view.className),
  }));
}

function survivorPoints(run: DrawnRun, className: string): readonly ChartPoint[] {
  const slices = run.survivors;
  if (slices === undefined || !Object.hasOwn(slices, className)) return [];
  const counts = slices[className] ?? [];
  const width = run.workload.transactions / counts.length;
  return counts.map((count, index) => ({ x: (index + 0.5) * width, y: count }));
}
