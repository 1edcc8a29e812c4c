/** Judges on several threads at once, since a program's judgement takes a second of work. */

import { Worker } from 'node:worker_threads';
import fc from 'fast-check';
import { anyPlan } from './grammar/any-plan.ts';
import type { Plan } from './grammar/plan.ts';
import type { Judge, Judged } from './judged-program.ts';

/** What a main run comes to, and what a bounded program may keep at the most, so that the one tells the other from a leak. */
export const sizes = {
  short: { transactions: 1_000, most: 100 },
  long: { transactions: 10_000, most: 3_000 },
} as const;

export type Size = (typeof sizes)[keyof typeof sizes];

/** As many judges as threads. Dispose of them, or the process stays alive. */
export interface Judges {
  readonly each: readonly Judge[];
  readonly dispose: () => void;
}

interface Answer {
  readonly number: number;
  readonly judged: Judged;
}

/** Starts the threads. */
export function createJudges(threads: number, { transactions }: Size): Judges {
  const workers = Array.from(
    { length: threads },
    () =>
      new Worker(new URL('judge-worker.ts', import.meta.url), {
        workerData: { transactions },
        execArgv: ['--no-warnings'],
      }),
  );
  return {
    each: workers.map(judgeOn),
    dispose: () => {
      for (const worker of workers) void worker.terminate();
    },
  };
}

function judgeOn(worker: Worker): Judge {
  const waiting = new Map<number, { resolve: (judged: Judged) => void; reject: (error: unknown) => void }>();
  let last = 0;
  worker.on('message', ({ number, judged }: Answer) => {
    waiting.get(number)?.resolve(judged);
    waiting.delete(number);
  });
  worker.on('error', (error) => {
    for (const { reject } of waiting.values()) reject(error);
  });
  return (plan) =>
    new Promise((resolve, reject) => {
      const number = ++last;
      waiting.set(number, { resolve, reject });
      worker.postMessage({ number, plan });
    });
}

/** The plan that a seed stands for. */
export function planOf(seed: number, { most }: Size): Plan {
  const [plan] = fc.sample(anyPlan(most), { seed, numRuns: 1, unbiased: true });
  if (plan === undefined) throw new Error('fast-check made nothing.');
  return plan;
}

/** Judges the programs of so many seeds, and calls with each judgement as it comes. */
export async function judgeSeeds(
  { each }: Judges,
  size: Size,
  seeds: readonly number[],
  onJudged: (seed: number, judged: Judged, judge: Judge) => void | Promise<void>,
): Promise<void> {
  const left = [...seeds].reverse();
  const work = async (judge: Judge): Promise<void> => {
    for (let seed = left.pop(); seed !== undefined; seed = left.pop()) {
      await onJudged(seed, await judge(planOf(seed, size)), judge);
    }
  };
  await Promise.all(each.map(work));
}

/** The smallest program that is misjudged in the same way. fast-check makes the first from the same seed, then shrinks it. */
export async function shrunk(seed: number, { most }: Size, first: Judged, judge: Judge): Promise<Judged> {
  let smallest = first;
  const isOther = async (plan: Plan): Promise<boolean> => {
    const judged = await judge(plan);
    if (judged.fault !== first.fault || judged.truth.kind !== first.truth.kind) return true;
    smallest = judged;
    return false;
  };
  await fc.check(fc.asyncProperty(anyPlan(most), isOther), { seed, numRuns: 1, unbiased: true });
  return smallest;
}
