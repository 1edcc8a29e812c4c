/** Finds out how one quantity, a class's live objects or the program's bytes, grew over the checkpoints of a run. */

import { BATCHES, LEAST_STEPS, lengthForPeriod, roundUp } from './batches.ts';
import { commonDivisor, median, theilSen, unevenness } from './slope.ts';
import { batchOf, drift, increments, measured, sum } from './series.ts';
import type { Growth, Series } from './series.ts';
import { evenSteps, nearlyStraight } from './steady.ts';

/** Flat batches at the end that make a plateau: more than the last third of the seven. */
const FLAT_TAIL = 3;

/** Judges eight checkpoints. The tests go from what is certain to what is likely; the first that answers decides. */
export function judgeGrowth(series: Series): Growth {
  const values = series.checkpoints.map((point) => point.value);
  if (Math.max(...values) - Math.min(...values) <= series.floor) {
    return releases(series).depth > series.floor
      ? { type: 'saw-tooth', falls: releases(series).batches }
      : { type: 'flat' };
  }
  for (const test of [everyBatch, everyFailure, plateau, sawTooth, steady, slowing, nearlyStraight]) {
    const growth = test(series);
    if (growth !== undefined) return growth;
  }
  return trend(series);
}

function everyBatch(series: Series): Growth | undefined {
  return equalBatches(series, 0);
}

/** The same growth in each batch after the first `skip`, by a whole number of objects for each of its transactions. */
function equalBatches(series: Series, skip: number): Growth | undefined {
  const batch = batchOf(series);
  const [first = 0, ...others] = increments(series).slice(skip);
  if (first <= 0 || first % batch !== 0 || others.some((increment) => increment !== first)) return undefined;
  const since = skip === 0 ? {} : { since: series.checkpoints[skip]?.transactions ?? 0 };
  return { type: 'every batch', rate: first / batch, perBatch: first, batch, ...since };
}

function everyFailure(series: Series): Growth | undefined {
  const failures = series.failed.slice(1).map((count, index) => count - (series.failed[index] ?? 0));
  const all = sum(failures);
  const each = drift(series) / all;
  const matches = increments(series).every((increment, index) => increment === each * (failures[index] ?? 0));
  if (all < LEAST_STEPS || !Number.isInteger(each) || each <= 0 || !matches) return undefined;
  return { type: 'every failure', rate: drift(series) / measured(series), each, failures: all };
}

/** Numbers (from 1) of the batches in which the quantity rose. */
function risingBatches(series: Series): number[] {
  return increments(series).flatMap((increment, index) => (increment > series.floor / 8 ? [index + 1] : []));
}

function plateau(series: Series): Growth | undefined {
  const changed = increments(series).flatMap((change, index) =>
    Math.abs(change) > series.floor / 8 ? [index + 1] : [],
  );
  const last = changed.at(-1) ?? 0;
  const tail = BATCHES - last;
  if (tail < FLAT_TAIL || tail <= longestWait(series, changed) * (series.floor > 0 ? 2 : 1)) return undefined;
  return { type: 'plateau', since: series.checkpoints[last]?.transactions ?? 0, grown: drift(series) };
}

/** Batches between one change and the next; for a single change, since the run began. A leak is never quiet for longer. */
function longestWait(series: Series, changed: readonly number[]): number {
  const batch = batchOf(series);
  const warmUp = (series.checkpoints[0]?.transactions ?? 0) / batch;
  if (changed.length === 1) return (changed[0] ?? 0) + (series.floor > 0 ? 0 : warmUp);
  return Math.max(...changed.slice(1).map((index, before) => index - (changed[before] ?? 0)));
}

/** How far below an earlier checkpoint the quantity fell, and in how many batches it did. What leaks is never released. */
function releases(series: Series): { readonly depth: number; readonly batches: number } {
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

function sawTooth(series: Series): Growth | undefined {
  const { depth, batches } = releases(series);
  if (depth <= series.floor) return undefined;
  const rise = Math.max(theilSen(series.checkpoints) * measured(series), Math.min(drift(series), depth));
  if (batches >= 2 && rise < 2 * depth) return { type: 'saw-tooth', falls: batches };
  if (rise >= 4 * depth) return undefined;
  return { type: 'unclear', decides: longer(series, 3) };
}

/** Even steps in the whole run; or, after a start of another kind, in its last four or three batches. */
function steady(series: Series): Growth | undefined {
  const whole = evenSteps(series, 0);
  if (whole?.type === 'steady') return whole;
  const late = [equalBatches, evenSteps].flatMap((test) => [test(series, 3), test(series, 4)]);
  return late.find((growth) => growth !== undefined && growth.type !== 'rare') ?? whole;
}

/** Growth that loses speed may end: a cache that still warms up looks like this. */
function slowing(series: Series): Growth | undefined {
  const changes = increments(series);
  const early = sum(changes.slice(0, FLAT_TAIL));
  const late = sum(changes.slice(-FLAT_TAIL));
  const chance = 3 * Math.sqrt(commonDivisor(changes) * (early + late));
  const steadily = changes.every((change, index) => index === 0 || change < (changes[index - 1] ?? 0));
  const slows = series.floor > 0 ? late < 0.8 * early && mostlyFalling(changes) : early - late > chance;
  const stopped =
    (changes.at(-1) ?? 0) * 3 < median(changes) && median(changes) > Math.max(8, series.floor / 8);
  const enough = risingBatches(series).length >= BATCHES - 2;
  if (growsInEverLargerSteps(series) || !(enough && (slows || late * 2 < early || steadily || stopped)))
    return undefined;
  return { type: 'slowing', decides: lengthToPlateau(series, early, late) };
}

/** Whether at least 16 of the 21 pairs of batches fall from the earlier to the later; by chance, one row in 100 does. */
function mostlyFalling(changes: readonly number[]): boolean {
  const falling = changes.map(
    (change, index) => changes.slice(index + 1).filter((later) => later < change).length,
  );
  return sum(falling) >= 16;
}

/** An array or a hash table that grows by a factor takes memory rarely, and more each time. */
function growsInEverLargerSteps(series: Series): boolean {
  const changes = increments(series);
  const rises = changes.filter((change) => change > series.floor / 8);
  const largest = Math.max(...rises);
  return (
    series.floor > 0 && rises.length >= 3 && changes.indexOf(largest) >= 3 && largest >= 1.2 * median(rises)
  );
}

function trend(series: Series): Growth {
  const rising = risingBatches(series);
  const rate = theilSen(series.checkpoints);
  if (growsInEverLargerSteps(series)) return { type: 'trend', rate: drift(series) / measured(series) };
  const steps = rising.length;
  if (steps < BATCHES - 1 || fewSteps(series))
    return { type: 'rare', steps, decides: longer(series, 20 / Math.max(1, steps)) };
  const strong = rate * measured(series) > Math.max(LEAST_STEPS, series.floor);
  return strong ? { type: 'trend', rate } : { type: 'unclear', decides: longer(series, 3) };
}

/** Whether an object count grew at fewer moments than a verdict needs. */
function fewSteps(series: Series): boolean {
  if (series.floor > 0) return false;
  const points = [...series.checkpoints, ...series.survivors].sort((a, b) => a.transactions - b.transactions);
  const moments = points.filter(
    (point, index) => index > 0 && point.value > (points[index - 1]?.value ?? 0),
  ).length;
  return series.survivors.length > 0
    ? moments < LEAST_STEPS
    : drift(series) / unevenness(series.checkpoints) < BATCHES / 2;
}

function longer(series: Series, factor: number): number {
  return lengthForPeriod((measured(series) * factor) / LEAST_STEPS, series.concurrency);
}

/** Length with which an exponential approach would be over in the first half: the loss of speed seen so far, continued. */
function lengthToPlateau(series: Series, early: number, late: number): number {
  const end = series.checkpoints.at(-1)?.transactions ?? 0;
  const ratio = Math.min(0.98, Math.max(0.05, late / Math.max(1, early)) ** (1 / 4));
  const left = Math.max(1, late / 3) / (1 - ratio);
  const batches = Math.max(1, Math.log(2 * left) / -Math.log(ratio));
  return roundUp(2.2 * (end + batches * batchOf(series)));
}
