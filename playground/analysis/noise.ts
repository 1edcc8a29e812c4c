/** Measures the drift of what rises and falls: a line through all readings, and how far it may be wrong. */

import type { Point } from './slope.ts';

/** A reading with what was in flight at it. */
export interface Flight extends Point {
  readonly inFlight: number;
}

/** A line through readings, with what is in flight taken off. */
export interface Line {
  /** Per transaction. */
  readonly rate: number;
  /** Standard error of the rate, larger where neighbours err alike. */
  readonly error: number;
  /** Standard deviation of the readings from the line. */
  readonly spread: number;
  /** How often they cross the line. */
  readonly crossings: number;
}

/** The value of one variable less its mean, at each reading. */
function centred(values: readonly number[]): readonly number[] {
  const mean = values.reduce((total, value) => total + value, 0) / values.length;
  return values.map((value) => value - mean);
}

function product(a: readonly number[], b: readonly number[]): number {
  return a.reduce((total, value, index) => total + value * (b[index] ?? 0), 0);
}

/** Least squares on the transactions and on what was in flight. Needs four readings at least. */
export function lineThrough(points: readonly Flight[]): Line {
  const x = centred(points.map(({ transactions }) => transactions));
  const z = centred(points.map(({ inFlight }) => inFlight));
  const y = centred(points.map(({ value }) => value));
  const [xx, xz, zz, xy, zy] = [product(x, x), product(x, z), product(z, z), product(x, y), product(z, y)];
  const determinant = xx * zz - xz * xz;
  const flies = determinant > 1e-9 * xx * Math.max(1, zz);
  const rate = flies ? (xy * zz - zy * xz) / determinant : xy / xx;
  const each = flies ? (zy * xx - xy * xz) / determinant : 0;
  const rest = y.map((value, index) => value - rate * (x[index] ?? 0) - each * (z[index] ?? 0));
  const crossings = rest.filter(
    (value, index) => index > 0 && value > 0 !== (rest[index - 1] ?? 0) > 0,
  ).length;
  const freedom = Math.max(1, points.length - (flies ? 3 : 2));
  const spread = Math.sqrt(product(rest, rest) / freedom);
  // Readings by chance cross their line every other time; fewer crossings are as good as fewer readings.
  const alike = Math.max(1, (points.length - 1) / 2 / Math.max(1, crossings));
  return { rate, error: (spread * Math.sqrt(alike)) / Math.sqrt(xx), spread, crossings };
}

/** The rate on which several lines agree best, and its standard error. */
export function combined(lines: readonly Line[]): Pick<Line, 'rate' | 'error'> {
  const exact = lines.find(({ error }) => error === 0);
  if (exact !== undefined) return exact;
  const weights = lines.map(({ error }) => 1 / error ** 2);
  const all = weights.reduce((total, weight) => total + weight, 0);
  const rate = lines.reduce((total, line, index) => total + line.rate * (weights[index] ?? 0), 0) / all;
  return { rate, error: 1 / Math.sqrt(all) };
}
