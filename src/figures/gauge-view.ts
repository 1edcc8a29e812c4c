/** What the figure of windows shows of a run: for each gauge its words and its paths, the same at build and in the browser. */

import { transactionsPerReading } from '#playground/guest/server-gauges.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { scriptWords } from '#src/strings/script-words.ts';
import { type GaugePaths, gaugePaths } from './gauge-picture.ts';
import { type Alike, compared, gaugesOf, valuesOf, windowsOver } from './gauge-windows.ts';

/** Readings of a gauge that are drawn. */
export const drawnReadings = 600;

export interface GaugeView {
  readonly heading: string;
  /** Whether it leaks, and from when on. */
  readonly state: string;
  readonly leaks: boolean;
  /** The five rises in a row that differ least: as a sentence, and for a cell of a table. */
  readonly alike: string;
  readonly range: string;
  readonly paths: GaugePaths;
}

/** The gauges of a run under windows of so many readings. Their names tell nothing, so they come by what they do, in the same order for each run. */
export function viewOf(secret: number, length: number): readonly GaugeView[] {
  const { kinds } = scriptWords().gaugeWindows;
  const order = Object.keys(kinds);
  const gauges = gaugesOf(secret, drawnReadings).toSorted(
    (one, other) => order.indexOf(one.behaves) - order.indexOf(other.behaves),
  );
  return gauges.map((gauge) => {
    const values = valuesOf(gauge, drawnReadings);
    const windows = windowsOver(values, length);
    return {
      heading: kinds[gauge.behaves],
      state: stateWords(gauge.leaksFrom),
      leaks: gauge.leaksFrom < Infinity,
      ...alikeWords(windows.alike),
      paths: gaugePaths(values, gauge.leaksFrom, length, windows),
    };
  });
}

/** `24 readings; 6 windows take 576 transactions`. */
export function lengthWords(length: number): string {
  const windows = compared + 1;
  return scriptWords().gaugeWindows.length(
    countWords(length),
    countWords(windows),
    countWords(windows * length * transactionsPerReading),
  );
}

function stateWords(leaksFrom: number): string {
  const words = scriptWords().gaugeWindows;
  if (leaksFrom === Infinity) return words.healthy;
  return leaksFrom === 0 ? words.leaksFromStart : words.leaksFrom(countWords(leaksFrom));
}

function alikeWords(alike: Alike | undefined): { readonly alike: string; readonly range: string } {
  const words = scriptWords().gaugeWindows;
  if (alike === undefined) return { alike: words.uneven, range: words.noRange };
  const range = words.range(countWords(alike.least), countWords(alike.most));
  return { alike: words.alike(range), range };
}
