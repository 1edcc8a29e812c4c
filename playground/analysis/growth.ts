/** Finds out how one quantity, a class's live objects or the program's bytes, grew over the checkpoints of a run. */

import { batches, leastSteps } from './batches.ts';
import { otherwise, outliving, renewed } from './by-age.ts';
import { byTime } from './by-time.ts';
import { lateStart } from './late.ts';
import { everyBatch, everyCause, everyLateBatch, nearCause } from './laws.ts';
import { halted, plateau } from './quiet.ts';
import { counts, drift, increments, longer, measured, risingBatches, type Series, sum } from './series.ts';
import type { Growth } from './reason.ts';
import { flattestStrip, theilSen } from './slope.ts';
import { endless, growsInEverLargerSteps, rarerSteps, slowing } from './slowing.ts';
import { evenSteps, isFaster, nearlyStraight, rareSteps } from './steady.ts';
import { releases, wavering } from './wavering.ts';

type Test = (series: Series) => Growth | undefined;

/** For what is never let go: from what is certain to what is likely. */
const kept: readonly Test[] = [
  everyBatch,
  everyCause,
  byTime,
  rarerSteps,
  plateau,
  wavering,
  everyLateBatch,
  nearCause,
  rareSteps,
  lateStart,
  halted,
  evenSteps,
  (series) => (slowing(series) === undefined ? nearlyStraight(series) : undefined),
  endless,
  slowing,
];

/** For a class that let some of its objects go, whose survivors are known by age. */
const passing: readonly Test[] = [lawOfTheOld, outliving, byTime, plateau, renewed];

/** Judges eight checkpoints. The first test that answers decides. */
export function judgeGrowth(series: Series): Growth {
  if (increments(series).every((change) => change === 0)) {
    const { depth, batches } = releases(series);
    if (depth <= 0) return { type: 'flat' };
    if (series.ages === undefined) return { type: 'saw-tooth', falls: batches, hidden: 0 };
  }
  for (const test of series.ages === undefined ? kept : passing) {
    const growth = test(series);
    if (growth !== undefined) return growth;
  }
  return series.ages === undefined ? trend(series) : otherwise(series);
}

/** Exact growth of a count of which some is let go; what was counted must be among the old that stay. */
function lawOfTheOld(series: Series): Growth | undefined {
  const law = everyBatch(series) ?? everyCause(series);
  if (law === undefined) return undefined;
  const alive = series.ages?.alive ?? [];
  const inBatches =
    (alive.at(-1)?.value ?? 0) -
    (alive.find(({ transactions: at }) => at >= (series.checkpoints[0]?.transactions ?? 0))?.value ?? 0);
  return 2 * inBatches >= drift(series) ? law : undefined;
}

/** How many times as high as the flattest strip that holds all checkpoints growth must be, to be a trend; in ever larger steps. */
const straight = 4;
const inSteps = 2.2;

/** What grows from batch to batch, neither evenly nor ever more slowly. */
function trend(series: Series): Growth {
  const ratio = drift(series) / flattestStrip(series.checkpoints).height;
  if (growsInEverLargerSteps(series) && ratio > inSteps)
    return { type: 'trend', rate: drift(series) / measured(series), faster: isFaster(series) };
  const steps = risingBatches(series);
  if (steps < batches - 1 || fewSteps(series))
    return { type: 'rare', steps, decides: longer(series, 20 / Math.max(1, steps)) };
  const changes = increments(series);
  const loses = 5 * sum(changes.slice(-3)) < 4 * sum(changes.slice(0, 3));
  return ratio > straight && !loses
    ? { type: 'trend', rate: theilSen(series.checkpoints), faster: isFaster(series) }
    : { type: 'unclear', decides: longer(series, 4) };
}

/** Whether an object count grew at fewer moments than a verdict needs. */
function fewSteps(series: Series): boolean {
  if (series.unit === 'bytes') return false;
  if (series.survivors.length === 0)
    return drift(series) / flattestStrip(series.checkpoints).height < batches / 2;
  const points = counts(series);
  const moments = points.filter(({ value }, index) => index > 0 && value > (points[index - 1]?.value ?? 0));
  return moments.length < leastSteps;
}
