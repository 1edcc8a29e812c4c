/** Reads the survivors of a run by the time of their creation: what leaks comes from all ages. */

/** Where in time the survivors of a class were created. */
export type AgeShape = 'none' | 'all ages' | 'recent' | 'oldest' | 'mixed';

/** One class's survivors. */
export interface SurvivorSummary {
  readonly shape: AgeShape;
  readonly alive: number;
}

/** Share of all survivors that makes a tenth of the run stand out. */
const most = 0.9;

/** Sums up one class's survivors, given by slices of the transactions in which they were created, oldest first. */
export function summarizeSurvivors(slices: readonly number[]): SurvivorSummary {
  const alive = total(slices);
  return { shape: shapeOf(slices, alive), alive };
}

function shapeOf(slices: readonly number[], alive: number): AgeShape {
  if (alive === 0) return 'none';
  const tenth = Math.max(1, Math.ceil(slices.length / 10));
  if (total(slices.slice(-tenth)) >= most * alive) return 'recent';
  if (total(slices.slice(0, tenth)) >= most * alive) return 'oldest';
  const tenths = Array.from({ length: 10 }, (_, part) =>
    total(slices.slice(part * tenth, (part + 1) * tenth)),
  );
  const even = alive / tenths.length;
  return tenths.filter((count) => count >= even / 2 && count <= even * 2).length >= 9 ? 'all ages' : 'mixed';
}

function total(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0);
}
