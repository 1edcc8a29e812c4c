import { expect, test } from 'vitest';

import { byteUnit, byteWords } from './byte-words.ts';

test('a size is told in the unit of 1,024 that it is counted in', () => {
  expect(byteWords(980)).toBe('980 B');
  expect(byteWords(23_256)).toBe('22.7 KiB');
  expect(byteWords(4_008_180)).toBe('3.8 MiB');
  expect(byteWords(8 * 2 ** 20)).toBe('8 MiB');
  expect(byteWords(2.5 * 2 ** 30)).toBe('2.5 GiB');
  expect(byteWords(-2048)).toBe('-2 KiB');
  expect(byteWords(0)).toBe('0 B');
});

test('a size just below a unit is not told as 1,024 of the smaller one', () => {
  expect(byteWords(2 ** 20 - 1)).toBe('1 MiB');
  expect(byteWords(1023)).toBe('1,023 B');
  expect(byteWords(1000 * 1024)).toBe('1,000 KiB');
});

test('an axis takes the unit of its highest value', () => {
  expect([500, 5000, 5e6, 5e9].map(byteUnit)).toEqual([1, 2 ** 10, 2 ** 20, 2 ** 30]);
});
