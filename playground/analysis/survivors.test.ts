/** Survivors by age. */

import { expect, test } from 'vitest';
import { summarizeSurvivors } from './survivors.ts';

const slices = (count: (slice: number) => number) => Array.from({ length: 100 }, (_, slice) => count(slice));

test('survivors of all ages are told from those in use and from those kept since the start', () => {
  expect(
    summarizeSurvivors(
      'Logger',
      slices(() => 100),
    ).shape,
  ).toBe('all ages');
  expect(
    summarizeSurvivors(
      'Logger',
      slices((slice) => (slice > 97 ? 8 : 0)),
    ).shape,
  ).toBe('recent');
  expect(
    summarizeSurvivors(
      'Logger',
      slices((slice) => (slice < 3 ? 50 : 0)),
    ).shape,
  ).toBe('oldest');
  expect(
    summarizeSurvivors(
      'Logger',
      slices((slice) => (slice > 40 && slice < 60 ? 9 : 0)),
    ).shape,
  ).toBe('mixed');
  expect(
    summarizeSurvivors(
      'Logger',
      slices(() => 0),
    ).shape,
  ).toBe('none');
});

test('the sentence counts them', () => {
  expect(
    summarizeSurvivors(
      'Logger',
      slices(() => 100),
    ).reason,
  ).toContain('10,000 Loggers are alive');
});
