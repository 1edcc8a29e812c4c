/** A pool's limit against its bursts. */

import { expect, test } from 'vitest';

import { poolWork } from './pool-bursts.ts';

test('without room for idle loggers every burst makes all of its own', () => {
  expect(poolWork(0, 64, 10)).toEqual({ kept: 0, made: 640 });
});

test('with room for all of them only the first burst makes any, and all stay', () => {
  expect(poolWork(64, 64, 10)).toEqual({ kept: 64, made: 64 });
  expect(poolWork(1_000, 64, 10)).toEqual({ kept: 64, made: 64 });
});

test('in between, each burst makes what the limit sent away', () => {
  expect(poolWork(8, 64, 10)).toEqual({ kept: 8, made: 64 + 9 * 56 });
});
