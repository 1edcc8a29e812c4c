/** Slopes. */

import { expect, test } from 'vitest';
import { flattestStrip, median, rateOfMeans, simplestBetween, staircase, theilSen } from './slope.ts';

const line = (values: readonly number[]) =>
  values.map((value, index) => ({ transactions: index * 10, value }));

test('one wild reading does not move the Theil–Sen slope', () => {
  expect(theilSen(line([0, 10, 20, 900, 40, 50, 60, 70]))).toBe(1);
  expect(theilSen(line([5]))).toBe(0);
});

test('counts of a staircase bound its slope from both sides', () => {
  const range = staircase(line([0, 1, 2, 4, 5, 7, 8, 10]), 1);
  expect(range?.low).toBeLessThan(1 / 7);
  expect(range?.high).toBeGreaterThan(1 / 7);
  expect(staircase(line([0, 5, 5, 5]), 1)).toBeUndefined();
});

test('a straight line is even, a jump is as uneven as it is high', () => {
  const straight = flattestStrip(line([0, 3, 6, 9]));
  expect(straight.slope).toBeCloseTo(0.3, 9);
  expect(straight.height).toBeCloseTo(0, 9);
  // Along 4 in 3, from the first 0 to the first 40, the last 0 and the last 40 lie 80 / 3 below.
  expect(flattestStrip(line([0, 0, 0, 40, 40, 40])).height).toBeCloseTo(80 / 3, 9);
});

test('the simplest fraction in a range has the smallest denominator', () => {
  expect(simplestBetween(0.142, 0.1435)).toEqual({ numerator: 1, denominator: 7 });
  expect(simplestBetween(1.49, 1.51)).toEqual({ numerator: 3, denominator: 2 });
  expect(simplestBetween(0.999, 1.2)).toEqual({ numerator: 1, denominator: 1 });
});

test('the median of an even number of values lies between the middle two', () => {
  expect(median([4, 1, 3, 2])).toBe(2.5);
  expect(median([])).toBe(0);
});

test('however k objects are spread over m transactions, the rate of means is as near as its bound', () => {
  const points = Array.from({ length: 201 }, (_, index) => ({
    transactions: index * 10,
    value: 3 * Math.floor(index / 15) + Math.min(3, index % 15),
  }));
  const [period, gap] = [150 / 2000, 10 / 2000];
  const bound = (9 / 8) * period ** 2 + (3 / 2) * gap * (1 + 3 * period);
  expect(Math.abs(rateOfMeans(points) / (3 / 150) - 1)).toBeLessThan(bound);
});
