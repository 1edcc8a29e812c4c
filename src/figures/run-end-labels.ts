/** Labels at the ends of lines, moved apart so that none covers another. */

import type { Strings } from '#src/strings/strings.ts';
import type { Role, View } from './drawn-run.ts';
import { byteWords, countWords } from './quantity-words.ts';
import type { Series } from './run-series.ts';

export interface EndLabel {
  readonly role: Role;
  /** Name of the line and its last value. */
  readonly text: string;
  /** Height of the label's middle as a share of the y axis, from 0 at the bottom to 1. */
  readonly at: number;
}

/** Two lines of text take about this share of the plot's height. */
const GAP = 0.14;
/** Keeps the second line of a label clear of the axis. */
const LOWEST = 0.05;

/** One label for each line that is not faded, in any order. */
export function endLabels(
  series: readonly Series[],
  yMax: number,
  view: View,
  words: Strings['workbench'],
): readonly EndLabel[] {
  const value = view.type === 'bytes' ? byteWords : countWords;
  const wanted = series
    .filter((line) => !line.faded && line.points.length > 0)
    .map((line) => {
      const y = line.points.at(-1)?.y ?? 0;
      const at = Math.max(y / yMax, LOWEST);
      return { role: line.role, text: `${words.roles[line.role]} ${value(y)}`, at };
    })
    .sort((a, b) => a.at - b.at);
  return spread(wanted);
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
