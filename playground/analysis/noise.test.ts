/** Bytes that rise and fall by chance: seldom taken for growth, and growth that stands out of them is found. */

import { expect, test } from 'vitest';
import { chance } from '../testing/any-run.ts';
import { reasonOf } from '../testing/in-words.ts';
import { foundIn } from '../testing/simulated-run.ts';
import type { Finding } from '../record.ts';

const seeds = Array.from({ length: 200 }, (_, seed) => seed);

/** Arrays that keep spare room: their sizes at a moment, each by chance. */
function arrays(seed: number, many: number): (at: number) => number {
  return (at) => {
    let bytes = 20_000;
    for (let array = 0; array < many; array++) bytes += 8 * Math.floor(20 * chance(1000 * seed + array, at));
    return bytes;
  };
}

function bytesFound(bytes: (at: number) => number, transactions = 3000): Finding {
  return foundIn({ transactions, program: () => [], bytes }).bytes;
}

test('of 200 programs whose arrays wobble none leaks, and nine of ten are free of leaks at once', () => {
  const kinds = seeds.map((seed) => bytesFound(arrays(seed, 5 + (seed % 36))).kind);
  expect(kinds).not.toContain('leak');
  expect(kinds.filter((kind) => kind === 'bounded').length).toBeGreaterThan(170);
});

test('of 200 leaks whose growth is ten times the wobble none is passed, and nearly all are found', () => {
  const kinds = seeds.map((seed) => {
    const wobble = arrays(seed, 20);
    return bytesFound((at) => wobble(at) + at).kind;
  });
  expect(kinds).not.toContain('bounded');
  expect(kinds).not.toContain('flat');
  expect(kinds.filter((kind) => kind === 'leak').length).toBeGreaterThan(180);
});

test('without noise eight bytes in a hundred transactions are a leak, however little they come to', () => {
  expect(bytesFound((at) => 9000 + 8 * Math.floor(at / 100))).toMatchObject({ kind: 'leak' });
});

test('what could hide in the noise is said', () => {
  const found = seeds.slice(0, 20).map((seed) => bytesFound(arrays(seed, 20)));
  expect(reasonOf(found.find(({ kind }) => kind === 'bounded'))).toMatch(
    /growth of less than .+ could hide in that\.$/,
  );
});
