/** A reader's prediction as a chart shows it: a dotted line to a hollow marker, and a label. */

import { type DrawnRun, type View, viewKey } from './drawn-run.ts';
import { seriesOf } from './run-series.ts';

export interface Prediction {
  /** The view in which the number means something. */
  readonly view: View;
  /** What was predicted, in the unit of the view's y axis; for a `rate`, that unit per transaction. */
  readonly value: number;
  /** Whether the number stands for the end of the leaky run, or for its growth with each transaction. */
  readonly of: 'end' | 'rate';
}

/** A line from the left edge of the plot to the right one; heights in the unit of the y axis. */
export interface PredictedLine {
  readonly start: number;
  readonly end: number;
}

/** A prediction further up than this many times what was measured would leave the measurement on the floor. */
const furthest = 3;

/** Where a prediction lies in a view of these runs; `undefined` in any other view. */
export function predictedLine(
  prediction: Prediction | undefined,
  view: View,
  runs: readonly DrawnRun[],
): PredictedLine | undefined {
  if (prediction === undefined || viewKey(prediction.view) !== viewKey(view)) return undefined;
  const { value } = prediction;
  if (prediction.of === 'end') return { start: value, end: value };
  const leaky = runs.find(({ role }) => role === 'leaky');
  const start = leaky === undefined ? 0 : (seriesOf(leaky, view)?.points[0]?.y ?? 0);
  return { start, end: start + value * (leaky?.workload.transactions ?? 0) };
}

/** How high the y axis must reach for a prediction beside measurements up to `highest`. */
export function reachOf(line: PredictedLine | undefined, highest: number): number {
  return line === undefined ? 0 : Math.min(line.end, furthest * Math.max(highest, 1));
}
