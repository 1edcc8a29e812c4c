/** Reads a chart at a place of its x axis: the values of each line there, and the next place by key. */

import type { Role } from '#src/chart/drawn-run.ts';
import type { RunFigure } from '#src/chart/run-figure.ts';
import type { ChartPoint } from '#src/chart/run-series.ts';

export interface Reading {
  /** Where a line was measured, nearest to what was asked for. */
  readonly x: number;
  readonly lines: readonly { readonly role: Role; readonly name: string; readonly y: number }[];
}

/** Values at the sample nearest to `x`, highest first; a line that has ended well before it has none. `undefined` for an empty chart. */
export function readAt(figure: RunFigure, x: number): Reading | undefined {
  const at = nearest(longest(figure), x)?.x;
  if (at === undefined) return undefined;
  const far = figure.x.max / 50;
  const lines = figure.series.flatMap(({ role, name, faded, points }) => {
    const point = faded ? undefined : nearest(points, at);
    return point === undefined || at - point.x > far ? [] : [{ role, name, y: point.y }];
  });
  return { x: at, lines: lines.sort((a, b) => b.y - a.y) };
}

/** The place that a key leads to: a sample on, ten on, or an end. `undefined` for keys that do not move. */
export function stepFrom(figure: RunFigure, x: number | undefined, key: string): number | undefined {
  const points = longest(figure);
  const by = steps[key];
  if (by === undefined || points.length === 0) return undefined;
  const here = x === undefined ? -1 : points.indexOf(nearest(points, x) ?? { x: 0, y: 0 });
  return points[Math.min(points.length - 1, Math.max(0, here + by))]?.x;
}

const steps: Readonly<Record<string, number>> = {
  ArrowLeft: -1,
  ArrowDown: -1,
  ArrowRight: 1,
  ArrowUp: 1,
  PageDown: -10,
  PageUp: 10,
  Home: -Infinity,
  End: Infinity,
};

function longest({ series }: RunFigure): readonly ChartPoint[] {
  const shown = series.filter(({ faded }) => !faded).map(({ points }) => points);
  return shown.reduce<readonly ChartPoint[]>((best, each) => (each.length > best.length ? each : best), []);
}

/** The point nearest to x; points are in order of x. */
function nearest(points: readonly ChartPoint[], x: number): ChartPoint | undefined {
  const after = points.findIndex((point) => point.x >= x);
  const next = points[after];
  const before = after === -1 ? points.at(-1) : points[after - 1];
  if (next === undefined || before === undefined) return next ?? before;
  return x - before.x < next.x - x ? before : next;
}
