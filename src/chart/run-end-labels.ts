/** Labels at the ends of lines, in the order of their values, moved apart so that none covers another. */

import { byteWords } from '#playground/words/byte-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { Role, View } from './drawn-run.ts';
import type { PredictedLine } from './prediction.ts';
import { countWords } from './quantity-words.ts';
import type { ChartPoint, ChartSeries } from './run-series.ts';
import { spread } from './spread-labels.ts';

export interface EndLabel {
  readonly role: Role | 'limit' | 'prediction';
  readonly name: string;
  /** The line's last value; in the view of survivors, how many there are in all. */
  readonly value: string;
  /** Height of the label's middle as a share of the y axis, from 0 at the bottom to 1. */
  readonly at: number;
  /** Where the line ends, as shares of both axes; absent for a hidden line. A hairline leads there. */
  readonly end?: { readonly across: number; readonly at: number };
}

/** A line across the plot at the memory limit. */
export interface LimitLine {
  readonly value: number;
  readonly label: string;
}

interface Labelled {
  /** All lines, hidden ones among them. */
  readonly series: readonly ChartSeries[];
  readonly hidden: readonly Role[];
  readonly limit: LimitLine | undefined;
  readonly predicted: PredictedLine | undefined;
  readonly xMax: number;
  readonly yMax: number;
}

/** A label before it is moved: `amount` is the value that it tells, by which labels are sorted. */
type Placed = EndLabel & { readonly amount: number };

/** Keeps a label clear of the names of the x axis. */
const lowest = 0.04;

/** One label for each line that is not faded, for the limit and for the prediction: the highest value first. */
export function endLabels(
  { series, hidden, limit, predicted, xMax, yMax }: Labelled,
  view: View,
): readonly EndLabel[] {
  const words = workbenchWords();
  const value = view.type === 'bytes' ? byteWords : countWords;
  const place = (height: number, across: number, amount = height) => {
    const at = Math.min(height / yMax, 1);
    return { amount, at: Math.max(at, lowest), end: { across, at } };
  };
  const ofLines = series
    .filter((line) => !line.faded && line.points.length > 0)
    .map(({ role, name, points }): Placed => {
      const { amount, height, across } = endOf(points, view);
      const { end, ...placed } = place(height, across / xMax, amount);
      const label = { role, name, value: value(amount), ...placed };
      return hidden.includes(role) ? label : { ...label, end };
    });
  const ofLimit: readonly Placed[] =
    limit === undefined
      ? []
      : [{ role: 'limit', name: limit.label, value: value(limit.value), ...place(limit.value, 1) }];
  const ofPrediction: readonly Placed[] =
    predicted === undefined
      ? []
      : [
          {
            role: 'prediction',
            name: words.figure.predicted,
            // An arrow after the value says that the line lies above the plot.
            value: `${value(predicted.end)}${predicted.end > yMax ? ' ↑' : ''}`,
            ...place(predicted.end, 1),
          },
        ];
  const labels = [...ofLines, ...ofLimit, ...ofPrediction].sort((a, b) => b.amount - a.amount);
  return spread(labels.map(({ amount: _, ...label }) => label));
}

/** What a line's label tells, and where the line is met: its end, or in the view of survivors its peak. */
function endOf(
  points: readonly ChartPoint[],
  view: View,
): { readonly amount: number; readonly height: number; readonly across: number } {
  const last = points.at(-1) ?? { x: 0, y: 0 };
  if (view.type !== 'survivors') return { amount: last.y, height: last.y, across: last.x };
  const peak = points.reduce((best, point) => (point.y > best.y ? point : best), last);
  return { amount: points.reduce((sum, { y }) => sum + y, 0), height: peak.y, across: peak.x };
}
