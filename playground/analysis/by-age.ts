/** Reads from the survivors of a class, by the time of their creation, what was let go and what stays. */

import { leastSteps, roundUp } from './batches.ts';
import { countOf, type JudgedRun } from './judged-run.ts';
import { inSeven } from './late.ts';
import { halted } from './quiet.ts';
import { type Ages, begin, differences, end, longer, type Series, sum, valueAt } from './series.ts';
import type { Growth } from './reason.ts';
import type { Point } from './slope.ts';
import { slowing } from './slowing.ts';
import { evenSteps, isFaster, nearlyStraight } from './steady.ts';
import { blocksRise } from './wavering.ts';

/** Survivors created until the end of each slice; none when they are not counted by age. */
export function survivorPoints(run: JudgedRun, name: string): readonly Point[] {
  const slices =
    run.survivors !== undefined && Object.hasOwn(run.survivors, name) ? (run.survivors[name] ?? []) : [];
  let value = 0;
  return slices.map((alive, slice) => {
    value += alive;
    return { transactions: Math.ceil(((slice + 1) * run.workload.transactions) / slices.length), value };
  });
}

/**
 * What these points tell. If nothing was let go, they are counts as good as those of a checkpoint; otherwise, what is left of each age.
 * A server that is never idle lets go at the end of its run what it kept all along: then they tell nothing.
 */
export function byAge(
  run: JudgedRun,
  name: string,
  points: readonly Point[],
): Pick<Series, 'survivors' | 'ages'> {
  const kept = run.checkpoints.every(({ transactions: at, live }) => {
    const count = countOf(live, name);
    return count >= valueBefore(points, at) && count <= valueAfter(points, at);
  });
  if (points.length === 0) return { survivors: [] };
  if (kept) return { survivors: points };
  if (run.workload.steady !== undefined) return { survivors: [] };
  const made = run.samples.map(({ transactions, created }) => ({
    transactions,
    value: countOf(created, name),
  }));
  const none: Point = { transactions: 0, value: 0 };
  return { survivors: [], ages: { alive: [none, ...points], made: [none, ...made] } };
}

function valueBefore(points: readonly Point[], at: number): number {
  return points.findLast(({ transactions }) => transactions <= at)?.value ?? 0;
}

function valueAfter(points: readonly Point[], at: number): number {
  return (points.find(({ transactions }) => transactions >= at) ?? points.at(-1))?.value ?? 0;
}

/** How often all that is alive at most must have been let go, for it to be known that it always is. */
const turnedOver = 2;

/** Nothing that was made in the first half of the measured run is left, and as much again as was ever alive has gone twice. */
export function renewed(series: Series): Growth | undefined {
  const { ages } = series;
  if (ages === undefined || blocksRise(series)) return undefined;
  const { until, last } = emptied(series, ages);
  const gone = valueAt(ages.made, last) - valueAt(ages.alive, last);
  const turned = gone >= turnedOver * peakOf(series) || (until >= end(series) && peakHolds(series));
  if (last - until > (last - begin(series)) / 2 || !turned || !peakHolds(series)) return undefined;
  return { type: 'renewed', until };
}

/** Until when nothing that was made in the measured run is left, and the end of the run. */
function emptied(series: Series, { alive }: Ages): { readonly until: number; readonly last: number } {
  const start = valueAfter(alive, begin(series));
  const until = alive.findLast(({ value }) => value <= start)?.transactions ?? 0;
  return { until, last: alive.at(-1)?.transactions ?? end(series) };
}

function peakOf(series: Series): number {
  return Math.max(...[...series.checkpoints, ...series.samples].map(({ value }) => value));
}

/** Whether no more were alive at once in the second half of the run than in the first, give or take a quarter and what is in flight. */
function peakHolds(series: Series): boolean {
  const all = [...series.checkpoints, ...series.samples];
  const half = end(series) / 2;
  const early = all.filter(({ transactions }) => transactions <= half).map(({ value }) => value);
  const late = all.filter(({ transactions }) => transactions > half).map(({ value }) => value);
  // Of few readings, none may have met the highest moment of the first half.
  const unmet = 1.25 + 4 / Math.max(1, early.length);
  return Math.max(...late) <= unmet * Math.max(...early) + series.concurrency;
}

/**
 * Growth of what outlives the rest. The youngest are left out: so many ages as it takes to make, at the rate at which they are let go,
 * all that was ever alive and is not any more (Little's law).
 */
export function outliving(series: Series): Growth | undefined {
  const { ages } = series;
  if (ages === undefined) return undefined;
  const last = ages.alive.at(-1)?.transactions ?? 0;
  const span = last - begin(series);
  const doomed =
    valueAt(ages.made, last) -
    valueAt(ages.made, begin(series)) -
    (valueAt(ages.alive, last) - valueAfter(ages.alive, begin(series)));
  const excess = excesses(series, ages);
  const life =
    doomed <= 2 * series.concurrency ? 0 : (Math.max(0, ...excess.map(({ value }) => value)) * span) / doomed;
  if (!deathsAreYoung(series, excess)) return undefined;
  const old = inSeven(series, ages.alive, begin(series), last - 1.5 * life);
  if (old === undefined) return undefined;
  return judgeOld(old, life, series);
}

/** What was alive at each reading and is not at the end. */
function excesses(series: Series, { alive }: Ages): readonly Point[] {
  return [...series.checkpoints, ...series.samples]
    .sort((a, b) => a.transactions - b.transactions)
    .map(({ transactions, value }) => ({
      transactions,
      value: Math.max(0, value - valueAfter(alive, transactions)),
    }));
}

/**
 * Whether what is let go is known to be young, so that the old stay: it was let go several times over, or not any more since long,
 * or the count grows to the very end all the same. Otherwise the old may just have begun to go.
 */
function deathsAreYoung(series: Series, excess: readonly Point[]): boolean {
  const at = (point: Point): number =>
    excess.find(({ transactions }) => transactions >= point.transactions)?.value ?? 0;
  const resting = series.checkpoints.map(at);
  const highest = Math.max(...excess.map(({ value }) => value));
  let falls = 0;
  let top = 0;
  for (const { value } of excess) {
    if (top - value > highest / 2) [falls, top] = [falls + 1, value];
    else top = Math.max(top, value);
  }
  if (falls >= 3 || resting.slice(-3).every((value) => value <= highest / 50)) return true;
  const changes = differences(series.checkpoints.map(({ value }) => value));
  const grows =
    changes.every((change) => change > 0) && (changes.at(-1) ?? 0) * 2 > sum(changes) / changes.length;
  return grows && halted(withoutAges(series)) === undefined;
}

function withoutAges(series: Series): Series {
  const { ages: _, ...rest } = series;
  return rest;
}

function judgeOld(old: Series, life: number, series: Series): Growth | undefined {
  const grown = (old.survivors.at(-1)?.value ?? 0) - (old.survivors[0]?.value ?? 0);
  if (grown === 0) return undefined;
  const ended = halted(old);
  const steady =
    ended === undefined
      ? (evenSteps(old) ?? (slowing(old) === undefined ? nearlyStraight(old) : undefined))
      : undefined;
  if (steady?.type === 'steady' && !isFaster(old)) return { ...steady, kept: false, since: begin(series) };
  const { bursts, longest } = burstsOf(old.survivors);
  if (bursts >= leastSteps) return undefined;
  const decides = Math.max(
    roundUp((1.4 * leastSteps * longest + 2 * life) / 0.9),
    roundUp(1.1 * end(series)),
  );
  return { type: 'rare', steps: bursts, decides };
}

/** How many rows of slices left something, with nothing left between, and the longest distance from one to the next. */
function burstsOf(points: readonly Point[]): { readonly bursts: number; readonly longest: number } {
  const starts = points.flatMap(({ transactions, value }, index) => {
    const rose = value > (points[index - 1]?.value ?? value);
    const rising = (points[index - 1]?.value ?? value) > (points[index - 2]?.value ?? value);
    return rose && !rising ? [transactions] : [];
  });
  const [first = 0, last = 0] = [points[0]?.transactions, points.at(-1)?.transactions];
  return { bursts: starts.length, longest: Math.max(...differences([first, ...starts, last])) };
}

/** Readings with which no saw-tooth is likely to look as if it grew because all of them meet it a little later each time. */
const many = 40;

/** What let some go and is not told by the above: a count that grows with each batch, or else too little was seen. */
export function otherwise(series: Series): Growth {
  const counted = withoutAges(series);
  const changes = differences(series.checkpoints.map(({ value }) => value));
  if (changes.every((change) => change <= 0)) return { type: 'shrinking', decides: longer(series, 3) };
  const last = series.checkpoints.at(-1)?.value ?? 0;
  const stays = series.samples.length >= many && 2 * (series.ages?.alive.at(-1)?.value ?? 0) >= last;
  if (stays && changes.every((change) => change >= 0) && blocksRise(series)) {
    const growth = halted(counted) ?? slowing(counted) ?? nearlyStraight(counted);
    if (growth !== undefined) return growth.type === 'steady' ? { ...growth, kept: false } : growth;
  }
  return { type: 'unclear', decides: Math.max(longer(series, 3), lengthForTeeth(series)) };
}

/** The length with which a saw-tooth is known: as many teeth as show that all is let go, or, where some of it stays, that it always is. */
function lengthForTeeth(series: Series): number {
  const { alive = [], made = [] } = series.ages ?? {};
  const period = peakOf(series) / Math.max(valueAt(made, end(series)) / end(series), 1e-9);
  const stays = valueAt(alive, end(series) - period) > 0;
  return roundUp((stays ? 1.9 * leastSteps : 4) * period);
}
