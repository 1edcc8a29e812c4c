/** Finds growth that may end: it has just stopped, or it loses speed, as a cache does that warms up. */

import { BATCHES, LEAST_STEPS, roundUp } from './batches.ts';
import { batchOf, counts, increments, longer, measured, risingBatches, stepOf, sum } from './series.ts';
import type { Growth, Series } from './series.ts';
import { median } from './slope.ts';

/** Batches at either end that are compared. */
const SOME = 3;

/** Growth that has stopped, for longer than a leak that is called one is ever quiet. */
export function halted(series: Series): Growth | undefined {
  if (series.floor > 0) return undefined;
  const last = series.checkpoints.at(-1);
  const end = last?.transactions ?? 0;
  const since = counts(series).find(({ value }) => value >= (last?.value ?? 0))?.transactions ?? end;
  if (end - since < measured(series) / LEAST_STEPS) return undefined;
  return { type: 'halted', since, decides: roundUp(2 * end) };
}

/** Growth that loses speed may end: a cache that still warms up looks like this. */
export function slowing(series: Series): Growth | undefined {
  const changes = increments(series);
  const early = sum(changes.slice(0, SOME));
  const late = sum(changes.slice(-SOME));
  const steadily = changes.every((change, index) => index === 0 || change < (changes[index - 1] ?? 0));
  const loses = late * 2 < early || slower(series, early, late) || steadily || nearlyStopped(series);
  const enough = risingBatches(series).length >= BATCHES - 2;
  if (!enough || !loses || growsInEverLargerSteps(series)) return undefined;
  return {
    type: 'slowing',
    decides: late * 2 < early ? lengthToPlateau(series, early, late) : longer(series, 3),
  };
}

/**
 * Whether the last three batches grew by less than the first three, and not by chance. With k objects in every m transactions, m a
 * tenth of the run at most, three batches hold 4 m at least: their growth is 4k to 5k, or as near to one another in proportion.
 */
function slower(series: Series, early: number, late: number): boolean {
  if (5 * late >= 4 * early) return false;
  const changes = increments(series);
  return (
    mostlyFalling(changes) ||
    (series.floor === 0 && early - late > 2 * Math.sqrt(stepOf(series) * (early + late)))
  );
}

/** Whether the last batch grew by far less than the others do: by less than the half that such a leak leaves at least. */
function nearlyStopped(series: Series): boolean {
  const changes = increments(series);
  const last = changes.at(-1) ?? 0;
  const usual = median(changes);
  if (series.floor > 0) return last * 3 < usual && usual > series.floor / 8;
  return last * 2 < usual && usual - last > 2 * Math.sqrt(stepOf(series) * usual);
}

/** Whether at least 16 of the 21 pairs of batches fall from the earlier to the later; by chance, one row in 100 does. */
function mostlyFalling(changes: readonly number[]): boolean {
  const falling = changes.map(
    (change, index) => changes.slice(index + 1).filter((later) => later < change).length,
  );
  return sum(falling) >= 16;
}

/** An array or a hash table that grows by a factor takes memory rarely, and more each time. */
export function growsInEverLargerSteps(series: Series): boolean {
  const changes = increments(series);
  const rises = changes.filter((change) => change > series.floor / 8);
  const largest = Math.max(...rises);
  return (
    series.floor > 0 && rises.length >= 3 && changes.indexOf(largest) >= 3 && largest >= 1.2 * median(rises)
  );
}

/** Length with which an exponential approach would be over in the first half: the loss of speed seen so far, continued. */
function lengthToPlateau(series: Series, early: number, late: number): number {
  const end = series.checkpoints.at(-1)?.transactions ?? 0;
  const ratio = Math.min(0.98, Math.max(0.05, late / Math.max(1, early)) ** (1 / 4));
  const left = Math.max(1, late / 3) / (1 - ratio);
  const batches = Math.max(1, Math.log(2 * left) / -Math.log(ratio));
  return roundUp(2.2 * (end + batches * batchOf(series)));
}
