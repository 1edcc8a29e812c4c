/** The runs that a program must stand beside the reader's own: their lengths and seeds follow from the program itself. */

import { planBatches } from '../analysis/batches.ts';
import type { RunRecord, Workload } from '../record.ts';
import { slowDay } from './time-outs.ts';
import { unmeasured } from '../host/run.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { createRandom } from '../guest/random.ts';

/** What a trial is for; `finalizers` tells what a program leaves to a collector, where there may be none. */
export type TrialPurpose =
  'busy' | 'shared ids' | 'failures only' | 'finalizers' | 'long' | 'slow day' | 'scenario';

export interface Trial {
  readonly purpose: TrialPurpose;
  readonly workload: Workload;
}

/** What is known of the reader's own run when the trials are planned. */
type MainRun = Pick<
  RunRecord,
  'workload' | 'work' | 'samples' | 'usesCollector' | 'asksForTime' | 'timersFired'
> & {
  /** Whether it is known already that something leaks. */
  readonly leaks: boolean;
  /** Whether there is much that is bounded, and must fill before anything else can be seen to grow. */
  readonly hasLargeCache: boolean;
};

/** Interrupt ticks that all trials of a program may cost at the least, whatever its own run cost. */
const leastTicks = 2_000;
/** Trials may cost so many times what the reader's own run did. */
const ticksShare = 1.5;
/** Transactions with which a trial's batches are still worth comparing, beyond its warm-up. */
const leastMeasured = 7 * 11;
/** The most transactions of a trial that is as long as the reader's own run, and somewhat longer. */
const longest = 30_000;

/**
 * The trials of one program, in the order in which they are made. Nobody can know them beforehand, as seeds and lengths
 * are drawn from the program's own code and the reader's workload; equal programs have equal trials.
 */
export function planTrials(scenario: Scenario, code: string, main: MainRun): readonly Trial[] {
  const random = createRandom(hash(`${scenario.id}\n${JSON.stringify(main.workload)}\n${code}`));
  const between = (least: number, most: number): number => least + Math.floor(random() * (most - least + 1));
  const share = Math.min(1, Math.max(0.3, scenario.workload.transactions / 10_000));
  const { concurrency } = main.workload;
  const base: Workload = {
    ...main.workload,
    collectorSeconds: scenario.workload.collectorSeconds,
    memoryLimit: Math.max(main.workload.memoryLimit, scenario.workload.memoryLimit),
    samples: 50,
  };
  const of = (purpose: TrialPurpose, length: number, changes: Partial<Workload>): Trial => {
    const transactions = Math.round(length * share);
    return { purpose, workload: { ...base, seed: between(0, 2 ** 32 - 1), transactions, ...changes } };
  };
  const busy = (): Partial<Workload> => ({ steady: { stragglers: between(3, 8), pace: 1 } });
  const trials: readonly Trial[] = [
    of('busy', between(1_600, 2_000), {
      ...busy(),
      concurrency: Math.max(concurrency, Math.min(concurrency + between(70, 180), Math.floor(200 * share))),
      failureRate: Math.max(base.failureRate, between(20, 40) / 100),
    }),
    of('shared ids', between(1_100, 1_400), {
      ...busy(),
      concurrency: Math.max(8, concurrency),
      failureRate: 0.2,
      sharedIdRate: 0.25,
    }),
    of('failures only', between(500, 700), { failureRate: 1 }),
    of('finalizers', between(500, 700), { ...busy(), failureRate: 0.5, collectorSeconds: null }),
    ...scenario.trials.map((changes): Trial => ({
      purpose: 'scenario',
      workload: { ...base, seed: between(0, 2 ** 32 - 1), ...changes },
    })),
    {
      purpose: 'slow day',
      workload: { ...base, seed: between(0, 2 ** 32 - 1), ...slowDay(main) },
    },
    {
      purpose: 'long',
      workload: {
        ...base,
        seed: between(0, 2 ** 32 - 1),
        transactions: Math.max(
          2_000,
          Math.min(longest, Math.ceil(main.workload.transactions * (1 + between(3, 12) / 100))),
        ),
        ...busy(),
        // What is hidden until a cache has filled shows only in a run that is long enough for that.
        ...(main.hasLargeCache
          ? { failureRate: Math.max(base.failureRate, 0.3), sharedIdRate: Math.max(base.sharedIdRate, 0.2) }
          : {}),
      },
    },
  ];
  // What is left to a collector only where something fails shows in the code, and not in a run without failures.
  const mayUseCollector = main.usesCollector || /\b(?:WeakRef|FinalizationRegistry)\b/.test(code);
  const wanted = trials.filter(({ purpose }) => {
    if (purpose === 'finalizers') return mayUseCollector && base.collectorSeconds !== null;
    return !main.leaks || (purpose !== 'slow day' && purpose !== 'long');
  });
  return affordable(wanted, main);
}

/** The same trials, as short as they must be to cost no more than their share of the reader's own run. */
function affordable(trials: readonly Trial[], { work, workload }: MainRun): readonly Trial[] {
  const each = work.ticks / workload.transactions;
  const inAll = trials.reduce((sum, trial) => sum + trial.workload.transactions, 0);
  const factor = Math.min(1, Math.max(leastTicks, ticksShare * work.ticks) / (each * inAll));
  return trials.map((trial) => ({
    ...trial,
    workload: {
      ...trial.workload,
      transactions: Math.max(leastLength(trial.workload), Math.ceil(trial.workload.transactions * factor)),
    },
  }));
}

/** The fewest transactions with which such a trial can be judged. */
export function leastLength({ concurrency, steady }: Workload): number {
  const { warmUp } = planBatches({ transactions: 0, concurrency });
  const floor = Math.max(64, 4 * concurrency, warmUp);
  return floor + leastMeasured + (steady === undefined ? 0 : unmeasured(steady, concurrency));
}

/** A 32-bit hash of a text (FNV-1a). */
function hash(text: string): number {
  let sum = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) sum = Math.imul(sum ^ text.charCodeAt(at), 0x01000193);
  return sum >>> 0;
}
