/**
 * The model server's own gauges: how each behaves, which of them leak, from when on, and how fast. All of it is drawn
 * from the run's secret, so that neither a gauge's name nor the seed, which a program can learn, tells anything.
 */

import { createRandom } from './random.ts';
import { between, type Chance, type GaugeKind, shapes } from './gauge-shapes.ts';

/** Transactions that end between two readings. */
export const transactionsPerReading = 4;

/** In the order in which they are read. */
export const gaugeNames = ['parts', 'marks', 'buffers', 'sessions', 'loggers'] as const;

/** Objects that a leak adds between two readings: from one in two transactions to four in each. */
const leakRates = [2, 3, 4, 6, 8, 12, 16] as const;

/** In a run of so many readings all gauges leak in the end, one after another. */
const readingsForAll = 2_000;
/** How many leak in a shorter one. */
const leaksInShort = [0, 1, 1, 2, 2] as const;
/** Readings at the end in which no leak begins: the alert has 250 to ring in, and is to go on. */
const readingsAfterStart = 300;
/** A leak begins with the first transaction, or after no fewer readings. */
const leastDelay = 160;
/** Readings for which its gauge was at rest by then, so that the leak is not taken for more of what came before. */
const restBefore = 96;
/** It need be no sooner at rest than at this reading, even if it leaks from the first transaction on. */
const restAtFirst = 24;

export interface ServerGauge {
  readonly name: string;
  /** What it does as long as it is healthy. */
  readonly behaves: GaugeKind;
  /** Readings before the leak begins; `Infinity` for a gauge that stays healthy. */
  readonly leaksFrom: number;
  /** Its value at a reading, counted from 0. */
  readonly valueAt: (reading: number) => number;
}

/** The gauges of one run, in the order in which they are read. Equal secrets and lengths give equal gauges. */
export function drawGauges(run: {
  readonly secret: number;
  readonly transactions: number;
}): readonly ServerGauge[] {
  const chance = createRandom(run.secret);
  const readings = Math.floor(run.transactions / transactionsPerReading);
  const starts = drawStarts(chance, readings);
  const order = shuffled(chance, shapes);
  return gaugeNames.map((name, index) => {
    const leaksFrom = starts[index]!;
    const { kind, levelAt } = order[index]!(
      chance,
      Math.max(restAtFirst, Math.min(leaksFrom - restBefore, readings)),
    );
    const noise = drawNoise(chance);
    const rate = leakRates[between(chance, 0, leakRates.length - 1)]!;
    const leaked = (reading: number): number => (reading < leaksFrom ? 0 : rate * (reading + 1 - leaksFrom));
    const valueAt = (reading: number): number => levelAt(reading) + noise(reading) + leaked(reading);
    return { name, behaves: kind, leaksFrom, valueAt };
  });
}

/** For each gauge the reading from which on it leaks. */
function drawStarts(chance: Chance, readings: number): readonly number[] {
  const latest = readings - readingsAfterStart;
  const delayed = (least: number, most: number): number => {
    const start = between(chance, least, Math.max(least, most));
    return start < leastDelay ? 0 : start;
  };
  if (readings >= readingsForAll) {
    const turn = latest / gaugeNames.length;
    const inTurn = gaugeNames.map((_, index) =>
      index === 0 ? 0 : delayed(index * turn, (index + 1) * turn),
    );
    return shuffled(chance, inTurn);
  }
  const leaks = leaksInShort[between(chance, 0, leaksInShort.length - 1)]!;
  const drawn = gaugeNames.map((_, index) => {
    if (index >= leaks) return Infinity;
    return latest < leastDelay || chance() < 0.5 ? 0 : delayed(leastDelay, latest);
  });
  return shuffled(chance, drawn);
}

/** Adds at most 2 to 4 to a reading, each time by chance. */
function drawNoise(chance: Chance): (reading: number) => number {
  const values = between(chance, 3, 5);
  const seed = between(chance, 0, 2 ** 32 - 1);
  return (reading) => Math.floor(createRandom(seed ^ reading)() * values);
}

function shuffled<T>(chance: Chance, items: readonly T[]): readonly T[] {
  const result = [...items];
  for (let last = result.length - 1; last > 0; last--) {
    const other = between(chance, 0, last);
    [result[last], result[other]] = [result[other]!, result[last]!];
  }
  return result;
}
