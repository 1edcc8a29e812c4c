/** One pure function from runs to everything that a chart shows; the picture made at build and the live chart both draw this. */

import { byteUnit, byteWords } from '#playground/words/byte-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { type Axis, axisUpTo } from './axis-ticks.ts';
import type { DrawnRun, Role, View } from './drawn-run.ts';
import { countWords, secondWords } from './quantity-words.ts';
import { type PredictedLine, predictedLine, type Prediction, reachOf } from './prediction.ts';
import { type EndLabel, endLabels, type LimitLine } from './run-end-labels.ts';
import { type ChartSeries, seriesOf } from './run-series.ts';
import { sentenceOf } from './run-words.ts';

/** Ticks of the x axis: round values, and the end of the axis. The first and the last carry a count of transactions below. */
export interface TimeTick {
  readonly value: number;
  readonly label: string;
  readonly below: string;
}

export interface RunFigure {
  readonly view: View;
  /** What to see, in one sentence. */
  readonly sentence: string;
  readonly yTitle: string;
  readonly x: { readonly max: number; readonly ticks: readonly TimeTick[] };
  readonly y: Axis;
  /** The lines that are drawn. */
  readonly series: readonly ChartSeries[];
  readonly labels: readonly EndLabel[];
  /** The memory limit, in the view of bytes. */
  readonly limit?: LimitLine;
  /** What the reader predicted, where this view shows it. */
  readonly predicted?: PredictedLine;
}

const ySteps = 4;
const xSteps = 5;

/** The last run's memory limit is the one shown. Lines of `hidden` roles keep their labels, and the y axis fits the others. */
export function runFigure(
  runs: readonly DrawnRun[],
  view: View,
  prediction?: Prediction,
  hidden: readonly Role[] = [],
): RunFigure {
  const all = runs.flatMap((run) => seriesOf(run, view) ?? []).sort((a, b) => layerOf(a) - layerOf(b));
  const series = all.filter(({ role }) => !hidden.includes(role));
  const limit = view.type === 'bytes' ? limitOf(runs) : undefined;
  const highest = Math.max(
    limit?.value ?? 0,
    ...series.flatMap(({ points }) => points.map((point) => point.y)),
  );
  const predicted = predictedLine(prediction, view);
  const y = valueAxis(Math.max(highest, reachOf(predicted, highest)), view);
  const x = view.type === 'survivors' ? ageAxis(runs) : timeAxis(runs);
  return {
    view,
    sentence: sentenceOf(runs, view),
    yTitle: yTitleOf(view),
    x,
    y,
    series,
    labels: endLabels({ series: all, hidden, limit, predicted, xMax: x.max, yMax: y.max }, view),
    ...(limit === undefined ? {} : { limit }),
    ...(predicted === undefined ? {} : { predicted }),
  };
}

/** Which roles a figure shows, once each, for a key in words. */
export function rolesIn(figure: RunFigure): readonly Role[] {
  return [...new Set(figure.series.map(({ role }) => role))];
}

/** Thin lines lie over thick ones, so that runs that agree are all seen; what has faded lies below. */
function layerOf({ role, faded }: ChartSeries): number {
  if (faded) return 0;
  return role === 'mine' ? 1 : 2;
}

function limitOf(runs: readonly DrawnRun[]): RunFigure['limit'] {
  const value = runs.at(-1)?.workload.memoryLimit;
  return value === undefined ? undefined : { value, label: workbenchWords().figure.limit };
}

function yTitleOf(view: View): string {
  const { figure } = workbenchWords();
  if (view.type === 'bytes') return figure.bytesAxis;
  return view.type === 'objects' ? figure.objectsAxis(view.className) : figure.survivorsAxis(view.className);
}

function valueAxis(max: number, view: View): Axis {
  const shape = { max, steps: ySteps, end: 'round' } as const;
  if (view.type !== 'bytes') return axisUpTo({ ...shape, unit: 1, smallest: 1, label: countWords });
  const unit = byteUnit(max);
  return axisUpTo({ ...shape, unit, smallest: unit === 1 ? 1 : 0.1, label: byteWords });
}

/** Virtual time up to the expected end of the longest run, so that a line grows into its place. */
function timeAxis(runs: readonly DrawnRun[]): RunFigure['x'] {
  const longest = [...runs].sort((a, b) => expectedEnd(b) - expectedEnd(a))[0];
  const max = longest === undefined ? 0 : expectedEnd(longest);
  const axis = axisUpTo({ max, steps: xSteps, end: 'exact', unit: 1, smallest: 0, label: secondWords });
  const transactions = countWords(longest?.workload.transactions ?? 0);
  return xAxis(axis, secondWords, transactions);
}

function ageAxis(runs: readonly DrawnRun[]): RunFigure['x'] {
  const max = Math.max(0, ...runs.map((run) => run.workload.transactions));
  const axis = axisUpTo({ max, steps: xSteps, end: 'exact', unit: 1, smallest: 1, label: countWords });
  return xAxis(axis, countWords);
}

/** Puts a tick at the end of the axis, in place of a round one that stands too close to it; `below` stands under that end. */
function xAxis({ max, ticks }: Axis, label: (value: number) => string, below?: string): RunFigure['x'] {
  const step = (ticks[1]?.value ?? max) - (ticks[0]?.value ?? 0);
  const round = ticks.filter(({ value }) => value === 0 || value < max - 0.55 * step);
  const end = { value: max, label: label(max) };
  const under = (value: number) =>
    below === undefined ? '' : value === 0 ? '0' : value === max ? below : '';
  return { max, ticks: [...round, end].map((tick) => ({ ...tick, below: under(tick.value) })) };
}

function expectedEnd(run: DrawnRun): number {
  const last = run.samples.at(-1);
  if (last === undefined || last.transactions === 0) return 0;
  return Math.max(last.virtualMs, (last.virtualMs / last.transactions) * run.workload.transactions);
}
