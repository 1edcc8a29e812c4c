/** Labels at the ends of lines, moved apart so that none covers another. */

import type { Strings } from '#src/strings/strings.ts';
import type { Role, View } from './drawn-run.ts';
import type { PredictedLine } from './prediction.ts';
import { byteWords, countWords } from './quantity-words.ts';
import type { Series } from './run-series.ts';

export interface EndLabel {
  readonly role: Role | 'limit' | 'prediction';
  readonly name: string;
  /** The line's last value; in the view of survivors, how many there are in all. */
  readonly value: string;
  /** Height of the label's middle as a share of the y axis, from 0 at the bottom to 1. */
  readonly at: number;
}

/** A line across the plot at the memory limit. */
export interface LimitLine {
  readonly value: number;
  readonly label: string;
}

interface Labelled {
  readonly series: readonly Series[];
  readonly limit: LimitLine | undefined;
  readonly predicted: PredictedLine | undefined;
  readonly yMax: number;
}

/** Two lines of text take about this share of the plot's height. */
const GAP = 0.14;
/** Keeps the second line of a label clear of the axis. */
const LOWEST = 0.05;

/** One label for each line that is not faded, for the limit and for the prediction, in any order. */
export function endLabels(
  { series, limit, predicted, yMax }: Labelled,
  view: View,
  words: Strings['workbench'],
): readonly EndLabel[] {
  const value = view.type === 'bytes' ? byteWords : countWords;
  const ofLines = series
    .filter((line) => !line.faded && line.points.length > 0)
    .map(({ role, points }) => {
      const ys = points.map(({ y }) => y);
      const survivors = view.type === 'survivors';
      const end = survivors ? ys.reduce((sum, y) => sum + y, 0) : (ys.at(-1) ?? 0);
      const height = survivors ? Math.max(...ys) : end;
      return { role, name: words.roles[role], value: value(end), at: Math.max(height / yMax, LOWEST) };
    });
  const ofLimit =
    limit === undefined
      ? []
      : [{ role: 'limit', name: limit.label, value: value(limit.value), at: limit.value / yMax } as const];
  const ofPrediction =
    predicted === undefined
      ? []
      : [predictionLabel(predicted, yMax, value(predicted.end), words.figure.predicted)];
  return spread([...ofLines, ...ofLimit, ...ofPrediction].sort((a, b) => a.at - b.at));
}

/** An arrow after the value says that the line lies above the plot. */
function predictionLabel({ end }: PredictedLine, yMax: number, value: string, name: string): EndLabel {
  const at = Math.max(Math.min(end / yMax, 1), LOWEST);
  return { role: 'prediction', name, value: end > yMax ? `${value} ↑` : value, at };
}

/** Pushes labels up until neighbours are `GAP` apart, then the whole pile down if it left the plot. */
function spread(labels: readonly EndLabel[]): readonly EndLabel[] {
  const raised: EndLabel[] = [];
  for (const label of labels) {
    const below = raised.at(-1);
    raised.push(below === undefined ? label : { ...label, at: Math.max(label.at, below.at + GAP) });
  }
  const lowered: EndLabel[] = [];
  let ceiling = 1;
  for (const label of raised.reverse()) {
    const at = Math.min(label.at, ceiling);
    lowered.push({ ...label, at });
    ceiling = at - GAP;
  }
  return lowered;
}
