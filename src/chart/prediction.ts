/** A reader's prediction as a chart shows it: a dotted line to a hollow marker, and a label. */

import { type View, viewKey } from './drawn-run.ts';

export interface Prediction {
  /** The view in which the number means something. */
  readonly view: View;
  /** What was predicted for the end of the leaky run, in the unit of the view's y axis. */
  readonly value: number;
}

/** A line from the left edge of the plot to the right one; heights in the unit of the y axis. */
export interface PredictedLine {
  readonly start: number;
  readonly end: number;
}

/** A prediction further up than this many times what was measured would leave the measurement on the floor. */
const furthest = 3;

/** Where a prediction lies in a view; `undefined` in any other than its own. */
export function predictedLine(prediction: Prediction | undefined, view: View): PredictedLine | undefined {
  if (prediction === undefined || viewKey(prediction.view) !== viewKey(view)) return undefined;
  return { start: prediction.value, end: prediction.value };
}

/** How high the y axis must reach for a prediction beside measurements up to `highest`. */
export function reachOf(line: PredictedLine | undefined, highest: number): number {
  return line === undefined ? 0 : Math.min(line.end, furthest * Math.max(highest, 1));
}
