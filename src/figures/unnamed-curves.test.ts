/** Curves without names: what a reader may see of a run before the choice, and where the letters stand. */

import { expect, test } from 'vitest';

import { recordedRun, variedRun } from '#src/recorded/recorded-run.ts';
import { curvesOf, pictureAt } from './unnamed-curves.ts';

const scenario = 'memory-that-only-goes-up';
const classes = ['CachedPart', 'Logger', 'PooledBuffer'];
const recorded = await recordedRun(scenario, 'leaky');
const finer = await variedRun(scenario, 'leaky', { samples: 5 * recorded.workload.samples });
const beginning = 300;
const curves = curvesOf(finer.samples, classes, beginning);
const limit = curves.transactions.findLastIndex((transactions) => transactions <= beginning);

test('a run that is counted more often is the run of the chart below', () => {
  const counts = new Map(finer.samples.map(({ transactions, live }) => [transactions, live]));
  for (const { transactions, live } of recorded.samples) expect(counts.get(transactions)).toEqual(live);
});

test('at the last place before the choice, the curve that will stop is ahead and still climbs faster', () => {
  const [before, end] = [pictureAt(curves, limit - 5), pictureAt(curves, limit)];
  const [cache = 0, loggers = 0] = end.counts.map((count, at) => count - (before.counts[at] ?? 0));
  expect(end.transactions).toBe(beginning);
  expect(end.counts[0]).toBeGreaterThan(2 * (end.counts[1] ?? 0));
  expect(cache).toBeGreaterThan(loggers);
});

test('both axes end at what has been seen, and the end of the run is the last place', () => {
  expect(pictureAt(curves, limit).most).toBe(pictureAt(curves, limit).counts[0]);
  const end = pictureAt(curves, curves.transactions.length - 1);
  expect(end.transactions).toBe(recorded.workload.transactions);
  expect(end.counts).toEqual(classes.map((name) => recorded.samples.at(-1)?.live[name]));
});

test('no letter covers another, wherever two curves come close', () => {
  for (const place of curves.transactions.keys()) {
    const heights = pictureAt(curves, place).labels.toSorted((a, b) => a - b);
    for (const [at, height] of heights.slice(1).entries())
      expect(height - (heights[at] ?? 0), `place ${place}`).toBeGreaterThan(0.09);
  }
});

test('a place that the curves do not have is a mistake', () => {
  expect(() => pictureAt(curves, curves.transactions.length)).toThrow('The curves have no place');
});
