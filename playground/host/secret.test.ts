/** The number that a program cannot foresee: equal for equal runs, and another for each program and seed. */

import { describe, expect, test } from 'vitest';
import { createRandom } from '../guest/random.ts';
import { secretOf } from './secret.ts';

const seeds = Array.from({ length: 1_000 }, (_, seed) => seed);

describe('the secret of a run', () => {
  test('is equal for equal programs and seeds, and an unsigned 32-bit number', () => {
    expect(secretOf('let a;', 7)).toBe(secretOf('let a;', 7));
    for (const seed of [0, 7, 2 ** 32 - 1]) {
      expect(secretOf('', seed)).toBe(secretOf('', seed) >>> 0);
    }
  });

  test('is another one for each seed, and for each change of a program', () => {
    const ofSeeds = seeds.map((seed) => secretOf('let a;', seed));
    const ofPrograms = seeds.map((name) => secretOf(`let a${name};`, 7));
    expect(new Set(ofSeeds).size).toBe(seeds.length);
    expect(new Set(ofPrograms).size).toBe(seeds.length);
  });

  test('changes about half of its bits with one letter or one seed', () => {
    const changed = (a: number, b: number): number => ((a ^ b) >>> 0).toString(2).replaceAll('0', '').length;
    const mean = (counts: readonly number[]): number =>
      counts.reduce((sum, each) => sum + each, 0) / counts.length;
    const bySeed = seeds.map((seed) => changed(secretOf('let a;', seed), secretOf('let a;', seed + 1)));
    const byLetter = seeds.map((seed) => changed(secretOf('let a;', seed), secretOf('let b;', seed)));
    expect(mean(bySeed)).toBeCloseTo(16, 0);
    expect(mean(byLetter)).toBeCloseTo(16, 0);
  });

  test('follows from none of the first numbers of chance that a program is given', () => {
    const drawn = seeds.slice(0, 50).flatMap((seed) => {
      const random = createRandom(seed);
      return Array.from({ length: 100 }, () => random() * 2 ** 32);
    });
    const secrets = seeds.slice(0, 50).map((seed) => secretOf('let a;', seed));
    expect(secrets.filter((secret) => drawn.includes(secret))).toEqual([]);
  });
});
