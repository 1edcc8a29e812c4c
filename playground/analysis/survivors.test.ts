/** Survivors by age. */

import { expect, test } from 'vitest';
import { survivorWords } from '../words/en/survivors.ts';
import { summarizeSurvivors } from './survivors.ts';

const slices = (count: (slice: number) => number) => Array.from({ length: 100 }, (_, slice) => count(slice));

test('survivors of all ages are told from those in use and from those kept since the start', () => {
  expect(summarizeSurvivors(slices(() => 100)).shape).toBe('all ages');
  expect(summarizeSurvivors(slices((slice) => (slice > 97 ? 8 : 0))).shape).toBe('recent');
  expect(summarizeSurvivors(slices((slice) => (slice < 3 ? 50 : 0))).shape).toBe('oldest');
  expect(summarizeSurvivors(slices((slice) => (slice > 40 && slice < 60 ? 9 : 0))).shape).toBe('mixed');
  expect(summarizeSurvivors(slices(() => 0)).shape).toBe('none');
});

test('the sentence counts them', () => {
  const summary = summarizeSurvivors(slices(() => 100));
  expect(survivorWords('Logger', summary)).toContain('10,000 Loggers are alive');
});
