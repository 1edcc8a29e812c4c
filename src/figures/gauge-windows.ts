/** What windows over a gauge show: the lowest reading of each, what each adds to the one before, and the rises that are most alike. */

import { drawGauges, type ServerGauge, transactionsPerReading } from '#playground/guest/server-gauges.ts';

/** Rises in a row that are compared. */
export const compared = 5;

/** Rises in a row, none of them zero or less. */
export interface Alike {
  /** The first of them, by its place among all rises. */
  readonly from: number;
  readonly least: number;
  readonly most: number;
}

export interface Windows {
  /** The lowest reading of each window, in order. */
  readonly lows: readonly number[];
  /** By how much each window’s low is above that of the window before: one fewer than lows. */
  readonly rises: readonly number[];
  /** The rises in a row that differ least from each other, by the smallest as a share of the largest; undefined where no so many in a row rise. */
  readonly alike: Alike | undefined;
}

/** A server's gauges in a run of so many readings. Equal secrets give equal gauges. */
export function gaugesOf(secret: number, readings: number): readonly ServerGauge[] {
  return drawGauges({ secret, transactions: readings * transactionsPerReading });
}

/** The first readings of a gauge, so many of them. */
export function valuesOf({ valueAt }: ServerGauge, readings: number): readonly number[] {
  return Array.from({ length: readings }, (_, reading) => valueAt(reading));
}

/** Lays windows of so many readings over a gauge, from its first reading on. A window that is cut off is left out. */
export function windowsOver(values: readonly number[], length: number): Windows {
  const lows = Array.from({ length: Math.floor(values.length / length) }, (_, window) =>
    Math.min(...values.slice(window * length, (window + 1) * length)),
  );
  const rises = lows.slice(1).map((low, index) => low - (lows[index] ?? 0));
  return { lows, rises, alike: mostAlike(rises) };
}

/** How alike rises are, from 0 to 1: the smallest as a share of the largest. */
export function likeness({ least, most }: Alike): number {
  return least / most;
}

function mostAlike(rises: readonly number[]): Alike | undefined {
  let best: Alike | undefined;
  for (let from = 0; from + compared <= rises.length; from++) {
    const row = rises.slice(from, from + compared);
    const found = { from, least: Math.min(...row), most: Math.max(...row) };
    if (found.least > 0 && (best === undefined || likeness(found) > likeness(best))) best = found;
  }
  return best;
}
