/** Projections onto a real server. */

import { expect, test } from 'vitest';
import { loggerBytes, bytesPerLogger, projectServer } from './projection.ts';

test('a logger of 224 bytes per transaction at 100 a second costs 1.80 GiB a day and fills 8 GiB in four and a half', () => {
  const load = {
    bytesPerTransaction: loggerBytes,
    transactionsPerSecond: 100,
    memoryLimitBytes: 8 * 2 ** 30,
  };
  const { bytesPerDay, daysToLimit } = projectServer(load);
  expect(bytesPerDay / 2 ** 30).toBeCloseTo(1.8, 2);
  expect(daysToLimit).toBeCloseTo(4.44, 2);
});

test('without a leak the limit is never reached', () => {
  const load = { bytesPerTransaction: 0, transactionsPerSecond: 1000, memoryLimitBytes: 2 ** 31 };
  expect(projectServer(load)).toEqual({ bytesPerDay: 0, daysToLimit: Infinity });
});

test("the name's length decides what a logger takes", () => {
  expect(bytesPerLogger('SessionResource(123456789012345678)'.length)).toBe(loggerBytes);
  expect(bytesPerLogger(14)).toBe(128);
});
