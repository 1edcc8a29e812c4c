/** The numbers of a chart as a table of about ten rows. */

import { byteWords } from '#playground/words/byte-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { DrawnRun, View } from './drawn-run.ts';
import { countWords, secondWords } from './quantity-words.ts';
import { type ChartSeries, seriesOf } from './run-series.ts';

export interface FigureTable {
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

const rows = 10;

/** Rows follow the longest of the runs; a run without a value in a row leaves it empty. */
export function tableOf(runs: readonly DrawnRun[], view: View): FigureTable {
  const words = workbenchWords();
  const drawn = runs.filter((run) => !run.faded && run.samples.length > 0);
  const lines = drawn.flatMap((run) => seriesOf(run, view) ?? []);
  const longest = [...lines].sort((a, b) => b.points.length - a.points.length)[0];
  const value = view.type === 'bytes' ? byteWords : countWords;
  const names = lines.map(({ name }) => name);
  const rowAt = (index: number) => lines.map((line) => cell(line, index, value));
  const indexes = longest === undefined ? [] : evenly(longest.points.length);
  if (view.type === 'survivors') {
    const rows = indexes.map((index) => [countWords(longest?.points[index]?.x ?? 0), ...rowAt(index)]);
    return { head: [words.figure.createdAt, ...names], rows };
  }
  const samples = [...drawn].sort((a, b) => b.samples.length - a.samples.length)[0]?.samples ?? [];
  const rows = indexes.map((index) => {
    const sample = samples[index];
    return [secondWords(sample?.virtualMs ?? 0), countWords(sample?.transactions ?? 0), ...rowAt(index)];
  });
  return { head: [words.figure.time, words.figure.transactions, ...names], rows };
}

function cell(line: ChartSeries, index: number, value: (y: number) => string): string {
  const point = line.points[index];
  return point === undefined ? '' : value(point.y);
}

/** About ten indexes of a list of `length`, evenly spread, the last one always among them. */
function evenly(length: number): readonly number[] {
  const step = Math.max(1, Math.floor(length / rows));
  return Array.from({ length: Math.ceil(length / step) }, (_, row) => length - 1 - row * step).reverse();
}
