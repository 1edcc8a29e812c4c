/** Projections in prose: the arithmetic that a reader would do by hand. */

import { expect, test } from 'vitest';

import { bytesPerLogger } from '#playground/analysis/projection.ts';
import { leakedWords, loggerBytes, loggerNameLength, transactionsPerSecondFor } from './real-server.ts';

test('a logger takes what its name’s length makes it take', () => {
  expect(bytesPerLogger(loggerNameLength)).toBe(loggerBytes);
});

test('so many bytes a second make so much in a day and in a month', () => {
  expect(leakedWords(10, 1)).toBe('185 MiB');
  expect(leakedWords(100, 1)).toBe('1.8 GiB');
  expect(leakedWords(100, 30)).toBe('54.1 GiB');
});

test('the week of the report needs some thirty transactions a second', () => {
  expect(transactionsPerSecondFor(4e9, 7)).toBe(30);
});
