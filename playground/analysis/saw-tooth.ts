/** Finds growth that is let go again: what is emptied now and then is no leak, unless it is never emptied as far as before. */

import { drift, longer, measured } from './series.ts';
import type { Growth, Series } from './series.ts';
import { theilSen } from './slope.ts';
import type { Point } from './slope.ts';

/** How far below an earlier checkpoint the quantity fell, and in how many batches it did. What leaks is never released. */
export function releases(series: Series): { readonly depth: number; readonly batches: number } {
  let depth = 0;
  const fell = series.checkpoints.slice(1).map((to, index) => {
    const from = series.checkpoints[index] ?? to;
    const inside = series.samples.filter(
      (at) => at.transactions > from.transactions && at.transactions < to.transactions,
    );
    const lowest = Math.min(to.value, ...inside.map((at) => at.value));
    depth = Math.max(depth, from.value - lowest);
    return from.value - lowest > series.floor;
  });
  let highest = -Infinity;
  for (const { value } of series.checkpoints) {
    highest = Math.max(highest, value);
    depth = Math.max(depth, highest - value);
  }
  return { depth, batches: fell.filter(Boolean).length };
}

/** A saw-tooth, if its teeth are higher than all that it grew by; `unclear` when that cannot be told. */
export function sawTooth(series: Series): Growth | undefined {
  const { depth, batches } = releases(series);
  if (depth <= series.floor) return undefined;
  const rise = Math.max(theilSen(series.checkpoints) * measured(series), Math.min(drift(series), depth));
  if (batches >= 2 && rise < 2 * depth && !someStays(series)) return { type: 'saw-tooth', falls: batches };
  if (rise >= 4 * depth) return undefined;
  return { type: 'unclear', decides: longer(series, 3) };
}

/** A count that rises although all is let go: at checkpoints a saw-tooth looks so whose period nearly divides a batch. */
export function renewed(series: Series): Growth | undefined {
  const { left } = series;
  const none = left.length > 0 && left.slice(0, -1).every((count) => count === 0);
  return none ? { type: 'unclear', decides: longer(series, 3) } : undefined;
}

/** Whether some of what each of the first three batches made is still there: a saw-tooth of two periods let all of that go. */
function someStays(series: Series): boolean {
  const { left } = series;
  return left.length > 0 ? left.slice(0, 3).every((count) => count > 0) : lowsRise(series);
}

/** Whether the lowest point of the second half is above that of the first by more than an unlucky moment of reading explains. */
function lowsRise(series: Series): boolean {
  const points = readings(series);
  const half = ((points[0]?.transactions ?? 0) + (points.at(-1)?.transactions ?? 0)) / 2;
  const lowest = (some: readonly Point[]) => Math.min(...some.map((point) => point.value));
  const before = points.filter((point) => point.transactions <= half);
  const after = points.filter((point) => point.transactions > half);
  const steepest = Math.max(
    ...points.slice(1).map(({ value }, index) => value - (points[index]?.value ?? value)),
  );
  return lowest(after) - lowest(before) > Math.max(steepest, series.floor);
}

/** All that was read in the measured part, at checkpoints and in flight. */
function readings({ checkpoints, samples }: Series): readonly Point[] {
  const [begin = 0, end = 0] = [checkpoints[0]?.transactions, checkpoints.at(-1)?.transactions];
  const inside = samples.filter(({ transactions }) => transactions > begin && transactions < end);
  return [...checkpoints, ...inside].sort((a, b) => a.transactions - b.transactions);
}
