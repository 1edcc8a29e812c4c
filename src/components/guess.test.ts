/** What a reader hears after a prediction. */

import { expect, test } from 'vitest';

import { judgeGuess } from './guess.ts';

const sentences = {
  exact: 'exactly {measured}',
  off: '{guess}, but {measured}',
  invalid: 'not a number',
  language: 'en',
};

test('a right guess is recognised with or without separators of thousands', () => {
  for (const typed of ['10000', ' 10,000 ', '10 000', '10_000', '10.000']) {
    expect(judgeGuess(typed, 10_000, sentences)).toBe('exactly 10,000');
  }
});

test('a wrong guess is set beside the measured count', () => {
  expect(judgeGuess('16', 10_000, sentences)).toBe('16, but 10,000');
});

test('what is not a whole number of 0 or more gets a way out, not a verdict', () => {
  for (const typed of ['', 'many', '-1', '1e4', '9'.repeat(40)]) {
    expect(judgeGuess(typed, 10_000, sentences)).toBe('not a number');
  }
});
