import { expect, test } from 'vitest';

import { gapIn } from './log-gap.ts';

test('the log says which transactions it leaves out between the first and the last', () => {
  expect(gapIn([1, 1, 2, 1, 2, 9999, 9999, 10_000])).toEqual({ before: 5, from: 3, to: 9998 });
});

test('lines of transactions in flight together are no gap', () => {
  expect(gapIn([1, 2, 1, 3, undefined, 2, 4, 1])).toBeUndefined();
  expect(gapIn([])).toBeUndefined();
});

test('a late line of an early transaction does not hide the gap', () => {
  expect(gapIn([1, 2, 500, 2, 501])).toEqual({ before: 2, from: 3, to: 499 });
});
