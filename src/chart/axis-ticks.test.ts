import { expect, test } from 'vitest';

import { axisUpTo } from './axis-ticks.ts';

const counts = { steps: 4, end: 'round', unit: 1, smallest: 1, label: String } as const;

test('an axis of counts ends on a round tick at or above the highest value', () => {
  expect(axisUpTo({ ...counts, max: 10_000 }).ticks.map(({ value }) => value)).toEqual([
    0, 2500, 5000, 7500, 10_000,
  ]);
  expect(axisUpTo({ ...counts, max: 7_301 }).max).toBe(8_000);
});

test('counts never get fractions of an object as ticks', () => {
  expect(axisUpTo({ ...counts, max: 1 }).ticks.map(({ value }) => value)).toEqual([0, 1]);
  expect(axisUpTo({ ...counts, max: 9 }).ticks.every(({ value }) => Number.isInteger(value))).toBe(true);
});

test('an axis of nothing still has a height', () => {
  expect(axisUpTo({ ...counts, max: 0 }).max).toBe(1);
});

test('bytes are round in mebibytes, not in millions', () => {
  const { ticks, max } = axisUpTo({ ...counts, max: 8 * 2 ** 20, unit: 2 ** 20, smallest: 0.1 });
  expect(ticks.map(({ value }) => value / 2 ** 20)).toEqual([0, 2, 4, 6, 8]);
  expect(max).toBe(8 * 2 ** 20);
});

test('an exact axis ends where the run ends, with a tick there if it is as good as round', () => {
  const { ticks, max } = axisUpTo({ ...counts, steps: 5, end: 'exact', smallest: 0, max: 99_944 });
  expect(max).toBe(99_944);
  expect(ticks.at(-1)?.value).toBe(100_000);
});
