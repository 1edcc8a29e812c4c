/** Reads the survivors of a run by the time of their creation: what leaks comes from all ages. */

import { counted, noun } from './wording.ts';

/** Where in time the survivors of a class were created. */
export type AgeShape = 'none' | 'all ages' | 'recent' | 'oldest' | 'mixed';

/** One class's survivors. */
export interface SurvivorSummary {
  readonly shape: AgeShape;
  readonly alive: number;
  /** One sentence for the reader. */
  readonly reason: string;
}

/** Share of all survivors that makes a tenth of the run stand out. */
const MOST = 0.9;

/** Sums up one class's survivors, given by slices of the transactions in which they were created, oldest first. */
export function summarizeSurvivors(className: string, slices: readonly number[]): SurvivorSummary {
  const alive = total(slices);
  const shape = shapeOf(slices, alive);
  return { shape, alive, reason: reasonFor(shape, counted(alive, noun(className))) };
}

function shapeOf(slices: readonly number[], alive: number): AgeShape {
  if (alive === 0) return 'none';
  const tenth = Math.max(1, Math.ceil(slices.length / 10));
  if (total(slices.slice(-tenth)) >= MOST * alive) return 'recent';
  if (total(slices.slice(0, tenth)) >= MOST * alive) return 'oldest';
  const tenths = Array.from({ length: 10 }, (_, part) =>
    total(slices.slice(part * tenth, (part + 1) * tenth)),
  );
  const even = alive / tenths.length;
  return tenths.filter((count) => count >= even / 2 && count <= even * 2).length >= 9 ? 'all ages' : 'mixed';
}

function reasonFor(shape: AgeShape, alive: string): string {
  switch (shape) {
    case 'none':
      return 'Nothing of it is alive at the end.';
    case 'all ages':
      return `${alive} are alive, evenly from the whole run: each age left its share, as a leak does.`;
    case 'recent':
      return `${alive} are alive, nearly all from the last tenth of the run: they are still in use.`;
    case 'oldest':
      return `${alive} are alive, nearly all from the first tenth of the run: made once and kept, as a cache does.`;
    case 'mixed':
      return `${alive} are alive, from several times of the run.`;
  }
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
