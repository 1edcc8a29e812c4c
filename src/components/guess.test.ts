/** What a reader hears after a prediction. */

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { barShares, deviationOf, nearness, parseGuess, whyOff } from './guess.ts';

test('a guess is read with or without separators of thousands', () => {
  for (const typed of [
    '10000',
    ' 10,000 ',
    '10 000',
    '10\u202f000',
    '10_000',
    '10.000',
    '10’000',
    '１００００',
  ]) {
    expect(parseGuess(typed)).toBe(10_000);
  }
  expect(parseGuess('1,234,567')).toBe(1_234_567);
  expect(parseGuess('007')).toBe(7);
});

test('a separator separates thousands, or there is no guess', () => {
  for (const typed of [
    '1280.5',
    '1280,5',
    '12 34',
    '1,2,3',
    '1,0000',
    '10,00',
    '1,000.000',
    ',100',
    '100,',
    '0,123',
  ]) {
    expect(parseGuess(typed)).toBe('invalid');
  }
});

test('every whole number up to 15 digits is read as it is shown, and longer ones are said to be too large', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 999_999_999_999_999 }),
      fc.constantFrom(',', ' ', '.'),
      (count, mark) => {
        expect(parseGuess(`${count}`)).toBe(count);
        expect(parseGuess(count.toLocaleString('en').replaceAll(',', mark))).toBe(count);
      },
    ),
  );
  for (const typed of ['9'.repeat(20), '1000000000000000', '1,000,000,000,000,000', '9'.repeat(400)]) {
    expect(parseGuess(typed)).toBe('tooLarge');
  }
});

test('whatever is typed, the answer is a whole number or what is wrong', () => {
  fc.assert(
    fc.property(fc.string(), (typed) => {
      const guess = parseGuess(typed);
      if (typeof guess === 'number') expect(guess).toBeGreaterThanOrEqual(0);
    }),
  );
});

test('what is not a whole number of 0 or more is no guess', () => {
  for (const typed of ['', 'many', '-1', '1e4', '+5', '½']) expect(parseGuess(typed)).toBe('invalid');
});

test('a right guess is recognised, and so is a wrong one', () => {
  expect(nearness(10_000, 10_000)).toBe('exact');
  expect(nearness(16, 10_000)).toBe('off');
});

test('a guess within 1 % of what was measured is called close', () => {
  for (const guess of [9900, 9999, 10_001, 10_100]) {
    expect(nearness(guess, 10_000)).toBe('close');
  }
  for (const guess of [9899, 10_101]) {
    expect(nearness(guess, 10_000)).toBe('off');
  }
  expect(nearness(100, 99)).toBe('off');
  expect(nearness(1, 0)).toBe('off');
});

test('the longer of the two bars fills its place, also when nothing was guessed or measured', () => {
  expect(barShares(500, 1000)).toEqual({ guess: 0.5, measured: 1 });
  expect(barShares(40, 10)).toEqual({ guess: 1, measured: 0.25 });
  expect(barShares(0, 0)).toEqual({ guess: 0, measured: 0 });
});

test('where chance has a part, a guess within two standard deviations is close', () => {
  const deviation = deviationOf(10_000, 1 / 20);
  expect(deviation).toBeCloseTo(21.79, 2);
  expect(nearness(500, 483, deviation)).toBe('close');
  expect(nearness(483 + 44, 483, deviation)).toBe('off');
  expect(nearness(500, 483)).toBe('off');
});

test('a number that a known mistake leads to is told the mistake', () => {
  const misses = [
    { value: 0, why: 'nothing' },
    { value: 2_500, why: 'all that failed' },
  ];
  expect(whyOff(0, misses, 'other')).toBe('nothing');
  expect(whyOff(2_490, misses, 'other')).toBe('all that failed');
  expect(whyOff(1, misses, 'other')).toBe('other');
});
