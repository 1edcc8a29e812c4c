/** The plan of a run. */

import { expect, test } from 'vitest';
import { largestPrimeAtMost, lengthForPeriod, planBatches, shortestRun } from './batches.ts';

test('10,000 transactions warm up for a tenth, then make seven batches of 1,283', () => {
  const plan = planBatches({ transactions: 10_000, concurrency: 16 });
  expect(plan.warmUp).toBe(1000);
  expect(plan.batch).toBe(1283);
  expect(plan.checkpoints).toEqual([1000, 2283, 3566, 4849, 6132, 7415, 8698, 9981]);
});

test('many transactions in flight make the warm-up longer', () => {
  expect(planBatches({ transactions: 1000, concurrency: 200 }).warmUp).toBe(800);
  expect(planBatches({ transactions: 300, concurrency: 1 }).warmUp).toBe(64);
});

test('a run with no room for seven batches has no checkpoints, and the shortest one that has them is known', () => {
  const shortest = shortestRun(16);
  expect(planBatches({ transactions: shortest, concurrency: 16 }).checkpoints).toHaveLength(8);
  expect(planBatches({ transactions: shortest - 1, concurrency: 16 })).toMatchObject({
    batch: 0,
    checkpoints: [],
  });
  expect(planBatches({ transactions: 1, concurrency: 256 }).checkpoints).toEqual([]);
});

test('the length for a period measures it at least ten times', () => {
  for (const period of [1, 7, 890, 2000, 41_000]) {
    const transactions = lengthForPeriod(period, 16);
    expect(7 * planBatches({ transactions, concurrency: 16 }).batch).toBeGreaterThanOrEqual(10 * period);
  }
});

test('batches are prime', () => {
  expect([1, 2, 3, 4, 10, 1285, 128_571].map(largestPrimeAtMost)).toEqual([0, 2, 3, 3, 7, 1283, 128_563]);
});
