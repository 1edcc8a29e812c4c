/** Finds growth that loses speed, as a cache does that warms up, and growth in steps that get rarer and larger. */

import { batches, roundUp } from './batches.ts';
import {
  batchOf,
  begin,
  differences,
  drift,
  end,
  increments,
  longer,
  measured,
  risingBatches,
  type Series,
  stepOf,
  sum,
} from './series.ts';
import type { Growth } from './reason.ts';
import { risesOf } from './quiet.ts';
import { median, type Point } from './slope.ts';

/** Batches at either end that are compared. */
const some = 3;

/** Growth that loses speed may end: a cache that still warms up looks like this. */
export function slowing(series: Series): Growth | undefined {
  const changes = increments(series);
  const early = sum(changes.slice(0, some));
  const late = sum(changes.slice(-some));
  const steadily = changes.every((change, index) => index === 0 || change < (changes[index - 1] ?? 0));
  const loses = late * 2 < early || slower(series, early, late) || steadily || nearlyStopped(series);
  const enough = risingBatches(series) >= batches - 2;
  if (!enough || !loses || growsInEverLargerSteps(series)) return undefined;
  return {
    type: 'slowing',
    decides: lengthForLeak(series) ?? lengthToPlateau(series, early, late),
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
    (series.unit === 'objects' && early - late > 2 * Math.sqrt(stepOf(series) * (early + late)))
  );
}

/** Whether the last batch grew by far less than the others do: by less than the half that such a leak leaves at least. */
function nearlyStopped(series: Series): boolean {
  const changes = increments(series);
  const last = changes.at(-1) ?? 0;
  const usual = median(changes);
  if (series.unit === 'bytes') return last * 3 < usual;
  return last * 2 < usual && usual - last > 2 * Math.sqrt(stepOf(series) * usual);
}

/** Whether at least 16 of the 21 pairs of batches fall from the earlier to the later; by chance, one row in 100 does. */
function mostlyFalling(changes: readonly number[]): boolean {
  const falling = changes.map(
    (change, index) => changes.slice(index + 1).filter((later) => later < change).length,
  );
  return sum(falling) >= 16;
}

/** Doublings of the run that are compared, and the objects that the first of them must have added. */
const doublings = 5;
const readable = 10;

/** How far apart the ratios of what two doublings add may be, and between which they lie for a power of the time of 0 to 0.7. */
const alike = 1.15;
const [leastRatio, mostRatio] = [0.9, 1.62];

/**
 * Growth by a power of the time, a root or a logarithm: what each doubling of the run adds is in one proportion to what the doubling
 * before it added, from the thirty-second part of the run on. An approach to an end, as a cache makes it, adds ever less in proportion,
 * and a leak beside a cache ever more.
 */
export function endless(series: Series): Growth | undefined {
  if (series.survivors.length === 0 || slowing(series) === undefined) return undefined;
  const at = Array.from({ length: doublings + 1 }, (_, halving) => end(series) / 2 ** (doublings - halving));
  const added = differences(at.map((moment) => between(series.survivors, moment)));
  const ratios = added.slice(1).map((count, index) => count / (added[index] ?? 1));
  const isPower = ratios.every((ratio) => ratio >= leastRatio && ratio <= mostRatio);
  const isOne = Math.max(...ratios) <= alike * Math.min(...ratios);
  return (added[0] ?? 0) >= readable && isPower && isOne ? { type: 'endless' } : undefined;
}

/** The count at a moment, on a line between the points beside it. */
function between(points: readonly Point[], at: number): number {
  const next = points.findIndex(({ transactions }) => transactions >= at);
  const after = points[next] ?? points.at(-1);
  const before = points[next - 1] ?? { transactions: 0, value: 0 };
  if (after === undefined || after.transactions === before.transactions) return before.value;
  const share = (at - before.transactions) / (after.transactions - before.transactions);
  return before.value + share * (after.value - before.value);
}

/** How far apart the paces of growth in steps may be, from one step to the next, and how much the later ones may have lost. */
const pacesApart = 3;
const leastPace = 0.65;

/**
 * An array or a hash table that grows by a factor takes memory rarely, and more each time: as much for each batch since the step before.
 * What takes less and less for each batch comes to an end.
 */
export function growsInEverLargerSteps(series: Series): boolean {
  const changes = increments(series);
  const at = changes.flatMap((change, index) => (change > 0 ? [index] : []));
  const rises = at.map((index) => changes[index] ?? 0);
  const largest = Math.max(...rises);
  if (series.unit === 'objects' || rises.length < 3) return false;
  if (changes.indexOf(largest) < 3 || largest < 1.2 * median(rises)) return false;
  const paces = rises.map((rise, nth) => rise / ((at[nth] ?? 0) - (at[nth - 1] ?? -1)));
  const half = rises.length >> 1;
  const mean = (some: readonly number[]): number => sum(some) / some.length;
  return (
    Math.max(...paces) <= pacesApart * Math.min(...paces) &&
    mean(paces.slice(-half)) >= leastPace * mean(paces.slice(0, half))
  );
}

/** Rises that a law of steps must have, and how many times as late as the first of them the run must end. */
const leastRises = 4;
const leastSpan = 16;
const mostRises = 30;

/**
 * Growth in steps, each as much later and larger than the one before, so that the level keeps in proportion to the transactions:
 * what arrays, slabs and tables do that hold something that leaks. A quiet end is none as long as the next step is not due.
 */
export function rarerSteps(series: Series): Growth | undefined {
  const { at, heights } = risesOf(series);
  const [first = 0, last = 0] = [at[0], at.at(-1)];
  if (at.length < leastRises || at.length > mostRises || end(series) < leastSpan * first) return undefined;
  // Of steps in the first slices of a run the time is not known well.
  const from = Math.max(
    1,
    at.findIndex((moment) => moment >= end(series) / 64),
  );
  const levels = heights.map((_, index) => sum(heights.slice(0, index + 1)));
  const late = at.slice(from);
  const used = late.map((moment, index) => (levels[from + index - 1] ?? 0) / moment);
  const ratios = late.slice(1).map((moment, index) => moment / (late[index] ?? moment));
  const proportional = late.length >= 3 && Math.max(...used) < 1.5 * Math.min(...used);
  const sizes = heights.slice(from);
  const rarer = ratios.every((ratio) => ratio > 1.2);
  const larger = sizes.every((size, index) => index === 0 || size > 1.2 * (sizes[index - 1] ?? 0));
  const due = (1.15 * (levels.at(-1) ?? 0)) / (used.at(-1) ?? 1);
  if (!proportional || !rarer || !larger || end(series) > due || last === 0) return undefined;
  return { type: 'rarer steps', rate: drift(series) / measured(series), steps: at.length };
}

/** How small a part of what goes on for ever an approach to an end must be from the first batch on, for a run to show what goes on. */
const small = 0.1;

/**
 * The length with which what goes on for ever stands out, where most of the speed at the end is speed that is not lost; `undefined` where
 * it is not. An approach to an end loses the same share of its speed in each pair of batches, and what such a row comes to is known from
 * three of them (Aitken), if they differ by more than counts do by chance.
 */
function lengthForLeak(series: Series): number | undefined {
  const changes = increments(series);
  const [first = 0, second = 0, third = 0] = [0, 2, 4].map((from) => sum(changes.slice(from, from + 2)));
  const noise = series.unit === 'objects' ? 4 * Math.sqrt(stepOf(series) * second) : second / 20;
  if (second - third < noise || first - second <= second - third) return undefined;
  const lasting = (first * third - second ** 2) / (first + third - 2 * second);
  if (lasting < third / 2) return undefined;
  const ratio = (second - third) / (first - second);
  const pairs = Math.max(0, Math.log((small * lasting) / (first - lasting)) / Math.log(ratio));
  const warmUp = begin(series) + pairs * 2 * batchOf(series);
  return roundUp(Math.max(longer(series, 3), Math.min(farthest * end(series), 10 * warmUp)));
}

/** The most by which a run is asked to be longer: so far a cache is looked for that fills with keys that come by chance. */
const farthest = 25;

/** Length with which an exponential approach would be over in the first half: the loss of speed seen so far, continued. */
function lengthToPlateau(series: Series, early: number, late: number): number {
  const ratio = Math.min(0.98, Math.max(0.05, late / Math.max(1, early)) ** (1 / 4));
  const left = Math.max(1, late / 3) / (1 - ratio);
  const batches = Math.max(1, Math.log(2 * left) / -Math.log(ratio));
  return roundUp(Math.min(farthest * end(series), 3 * (end(series) + batches * batchOf(series))));
}
