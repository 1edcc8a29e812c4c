/** Builds, for tests of the analysis, the run of a program that is known object by object: when each was made, and when let go. */

import type { Checkpoint, Finding, Sample } from '../record.ts';
import { planBatches } from '../analysis/batches.ts';
import { logger } from './synthetic-run.ts';
import { judge, type JudgedRun } from '../analysis/verdict.ts';
import { usualWorkload } from '../scenarios/usual-workload.ts';

/** An object by the transactions in which it is made and let go; one that stays for ever is let go at `Infinity`. */
export interface Life {
  readonly born: number;
  readonly gone: number;
}

/** The objects of a program that runs so many transactions. */
export type Program = (transactions: number) => readonly Life[];

export interface Simulation {
  readonly transactions: number;
  readonly concurrency?: number;
  readonly program: Program;
  /** Bytes of one object. */
  readonly size?: number;
  /** Bytes at a moment beside those of the objects. */
  readonly bytes?: (transactions: number) => number;
}

const slices = 200;
const sampleCount = 100;

/** Events until each transaction, from 0 on. */
function cumulated(transactions: number, at: readonly number[]): (moment: number) => number {
  const sums = new Float64Array(transactions + 2);
  for (const moment of at) if (moment <= transactions) sums[Math.max(0, moment)]! += 1;
  for (let index = 1; index < sums.length; index++) sums[index]! += sums[index - 1]!;
  return (moment) => sums[Math.min(transactions, Math.max(0, moment))] ?? 0;
}

/** The run: exact checkpoints, and samples with up to `concurrency` objects more in flight. */
export function simulatedRun(simulation: Simulation): JudgedRun {
  const { transactions, concurrency = 16, program, size = 80, bytes = () => 9000 } = simulation;
  const lives = program(transactions).filter(({ born }) => born <= transactions);
  const made = cumulated(
    transactions,
    lives.map(({ born }) => born),
  );
  const gone = cumulated(
    transactions,
    lives.map((life) => life.gone),
  );
  const live = (at: number): number => made(at) - gone(at);
  const checkpoint = (at: number): Checkpoint => ({
    transactions: at,
    failed: 0,
    virtualMs: at * 10,
    bytes: bytes(at) + size * live(at),
    live: { Logger: live(at) },
  });
  const sample = (index: number): Sample => {
    const at = Math.ceil(((index + 1) * transactions) / sampleCount);
    const inFlight = (index * 7) % (concurrency + 1);
    return {
      transactions: at,
      virtualMs: at * 10,
      inFlight,
      bytes: bytes(at) + size * live(at) + 300 * inFlight,
      live: { Logger: live(at) },
      created: { Logger: made(at) },
    };
  };
  const samples = Array.from({ length: sampleCount }, (_, index) => sample(index));
  const survivors = Array.from({ length: slices }, () => 0);
  for (const { born, gone: end } of lives) {
    const slice = Math.floor((Math.max(0, born - 1) * slices) / transactions);
    if (end > transactions) survivors[slice]! += 1;
  }
  return {
    workload: {
      ...usualWorkload,
      transactions,
      concurrency,
      seed: 1,
      memoryLimit: 2 ** 22,
      samples: sampleCount,
    },
    checkpoints: planBatches({ transactions, concurrency }).checkpoints.map(checkpoint),
    samples,
    peak: { Logger: Math.max(...samples.map((at) => at.live['Logger'] ?? 0)) },
    survivors: { Logger: survivors },
  };
}

/** What the objects, and the bytes, of a simulated program are found to do. */
export function foundIn(simulation: Simulation): { readonly objects: Finding; readonly bytes: Finding } {
  const { classes, bytes } = judge(simulatedRun(simulation), [logger], 60);
  return { objects: classes['Logger'] ?? bytes, bytes };
}

const each = (transactions: number, life: (at: number) => readonly Life[]): Life[] =>
  Array.from({ length: transactions }, (_, index) => life(index + 1)).flat();

/** Programs whose objects are known; all numbers are transactions or objects. */
export const programs = {
  /** `kept` of every `every` stay for ever, from `since` on. */
  leak:
    (every: number, kept = 1, since = 0): Program =>
    (n) =>
      each(n, (at) =>
        at > since && at % every === 0
          ? Array.from({ length: kept }, () => ({ born: at, gone: Infinity }))
          : [],
      ),
  /** One per transaction, and none after `until`. */
  until:
    (until: number): Program =>
    (n) =>
      each(Math.min(n, until), (at) => [{ born: at, gone: Infinity }]),
  /** The last `size`, one per transaction. */
  lru:
    (size: number): Program =>
    (n) =>
      each(n, (at) => [{ born: at, gone: at + size }]),
  /** A cache of `size` that drops any one for a new one. */
  random:
    (size: number, chance: (at: number) => number): Program =>
    (n) => {
      const lives: { born: number; gone: number }[] = [];
      const kept: number[] = [];
      for (let at = 1; at <= n; at++) {
        const place = kept.length < size ? kept.length : Math.floor(chance(at) * size);
        const dropped = lives[kept[place] ?? -1];
        if (dropped !== undefined) dropped.gone = at;
        kept[place] = lives.push({ born: at, gone: Infinity }) - 1;
      }
      return lives;
    },
  /** All are let go at every multiple of `period`, but the first `stay` of each. */
  saw:
    (period: number, stay = 0): Program =>
    (n) =>
      each(n, (at) => {
        const inTooth = (at - 1) % period;
        const fall = at - 1 - inTooth + period;
        return [{ born: at, gone: inTooth < stay ? Infinity : fall }];
      }),
  /** `warm` at the start, of which one goes with each transaction. */
  warm:
    (warm: number): Program =>
    () =>
      Array.from({ length: warm }, (_, index) => ({ born: 0, gone: index + 1 })),
  /** Slabs: `first` objects at once, and `factor` times as many in all whenever that many transactions are over. */
  slabs:
    (first: number, factor: number): Program =>
    (n) => {
      const lives: Life[] = [];
      for (
        let full = first, before = 0, at = 0;
        at <= n;
        at = full, before = full, full = Math.floor(full * factor)
      )
        for (let index = before; index < full; index++) lives.push({ born: at, gone: Infinity });
      return lives;
    },
  /** A cache of keys that come by chance. */
  keys:
    (keys: number, chance: (at: number) => number): Program =>
    (n) => {
      const seen = new Set<number>();
      return each(n, (at) => {
        const key = Math.floor(chance(at) * keys);
        if (seen.has(key)) return [];
        seen.add(key);
        return [{ born: at, gone: Infinity }];
      });
    },
  /** As many again for each doubling: by the square root of the transactions. */
  root:
    (times: number): Program =>
    (n) =>
      each(n, (at) => {
        const more = Math.floor(times * Math.sqrt(at)) - Math.floor(times * Math.sqrt(at - 1));
        return Array.from({ length: more }, () => ({ born: at, gone: Infinity }));
      }),
  /** Several at once. */
  both:
    (...programs: readonly Program[]): Program =>
    (n) =>
      programs.flatMap((program) => program(n)),
} as const;
