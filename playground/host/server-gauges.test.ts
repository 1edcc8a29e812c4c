/** What the server's own gauges do, drawn for many programs: the exam that a watch takes is fair, and cannot be known beforehand. */

import { describe, expect, test } from 'vitest';
import { scenario } from '../scenarios/alert-on-slope/scenario.ts';
import { planTrials } from '../judgement/trials.ts';
import { drawGauges, gaugeNames, type ServerGauge } from '../guest/server-gauges.ts';
import { secretOf } from './secret.ts';

const programs = Array.from({ length: 100 }, (_, number) => `program ${number}`);
/** The reader's own run of a program that costs as much as most. */
const main = {
  workload: scenario.workload,
  work: { objects: 0, bytes: 0, sinkCalls: 0, ticks: 800 },
  samples: [],
  usesCollector: false,
  asksForTime: false,
  timersFired: 0,
  leaks: false,
  hasLargeCache: false,
};
const runsOf = (program: string): readonly (readonly ServerGauge[])[] =>
  [scenario.workload, ...planTrials(scenario, program, main).map(({ workload }) => workload)]
    .filter(({ transactions }) => transactions >= 1_000)
    .map(({ transactions, seed }) => drawGauges({ secret: secretOf(program, seed), transactions }));
const leaking = (run: readonly ServerGauge[]): readonly ServerGauge[] =>
  run.filter(({ leaksFrom }) => leaksFrom < Infinity);
const valuesOf = ({ valueAt }: ServerGauge, from: number, to: number): readonly number[] =>
  Array.from({ length: to - from }, (_, index) => valueAt(from + index));
const every = programs.flatMap((program) => runsOf(program).flat());
const healthy = (kind: string): readonly ServerGauge[] =>
  every.filter(({ behaves, leaksFrom }) => behaves === kind && leaksFrom === Infinity);

describe('the server’s gauges', () => {
  test('are the same for equal secrets and lengths', () => {
    const drawn = (): unknown =>
      drawGauges({ secret: 5, transactions: 4_000 }).map((gauge) => [
        gauge.leaksFrom,
        valuesOf(gauge, 0, 1_000),
      ]);
    expect(drawn()).toEqual(drawn());
  });

  test('all leak in some run of each program, and are healthy for long in some', () => {
    for (const program of programs) {
      for (const name of gaugeNames) {
        const starts = runsOf(program).map((run) => run.find((gauge) => gauge.name === name)?.leaksFrom ?? 0);
        expect(starts.some((start) => start < Infinity)).toBe(true);
        expect(starts.some((start) => start > 250)).toBe(true);
      }
    }
  });

  test('leak by none, one, two, and all, at once and one after another', () => {
    const counts = programs.flatMap((program) => runsOf(program).map((run) => leaking(run).length));
    expect(new Set(counts)).toEqual(new Set([0, 1, 2, 5]));
    const starts = leaking(every).map(({ leaksFrom }) => leaksFrom);
    expect(starts.filter((start) => start === 0).length).toBeGreaterThan(starts.length / 5);
    expect(starts.filter((start) => start > 0).length).toBeGreaterThan(starts.length / 5);
  });

  test('tell nothing by their names: any gauge behaves in any way, healthy or not', () => {
    for (const isLeaking of [true, false]) {
      const seen = every
        .filter(({ leaksFrom }) => leaksFrom < Infinity === isLeaking)
        .map(({ name, behaves }) => `${name}: ${behaves}`);
      expect(new Set(seen).size).toBe(25);
    }
  });

  test('leak at many rates, from one object in two transactions to four in each', () => {
    const rates = leaking(every).map((gauge) => {
      const [first = 0, last = 0] = [gauge.leaksFrom + 40, gauge.leaksFrom + 260].map((from) =>
        Math.min(...valuesOf(gauge, from, from + 24)),
      );
      return Math.round((last - first) / 220);
    });
    expect(new Set(rates)).toEqual(new Set([2, 3, 4, 6, 8, 12, 16]));
  });

  test('leave every leak time to be noticed, even in a run of 1,000 transactions', () => {
    for (const transactions of [1_000, 1_009, 1_999, 2_003, 7_999, 8_000, 100_000]) {
      const starts = programs.flatMap((program) =>
        leaking(drawGauges({ secret: secretOf(program, 1), transactions })).map(({ leaksFrom }) => leaksFrom),
      );
      expect(Math.max(...starts)).toBeLessThanOrEqual(Math.floor(transactions / 4) - 250);
    }
  });

  test('warm up for longer than 200 readings where they are caches, ever more slowly', () => {
    for (const gauge of healthy('a cache that warms up')) {
      const [at24 = 0, at48 = 0, at72 = 0] = [24, 48, 72].map(gauge.valueAt);
      expect(at72 - at48).toBeLessThan(0.7 * (at48 - at24));
      expect(Math.min(...valuesOf(gauge, 300, 324))).toBeLessThan(Math.max(...valuesOf(gauge, 276, 300)) + 5);
    }
  });

  test('lose all they hold where they are emptied, once, and fill again', () => {
    for (const gauge of healthy('a cache that is emptied once')) {
      const values = valuesOf(gauge, 0, 500);
      const falls = values.slice(1).filter((value, index) => value < values[index]! - 1_000);
      expect(falls.length).toBeLessThanOrEqual(1);
      for (const value of falls) expect(value).toBeLessThan(10);
    }
  });

  test('come back from each peak of load', () => {
    for (const gauge of healthy('sessions that come in peaks of load')) {
      const values = valuesOf(gauge, 0, 500);
      expect(Math.max(...values) - Math.min(...values)).toBeGreaterThan(300);
      expect(Math.min(...values.slice(250))).toBeLessThan(Math.min(...values.slice(0, 250)) + 5);
    }
  });
});
