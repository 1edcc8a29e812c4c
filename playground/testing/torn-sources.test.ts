/** Whatever a reader's program looks like while it is typed, the compiler answers. `npm run fuzz -- --sources N` tries more. */

import { expect, test } from 'vitest';
import { createTorn } from './torn-compiling.ts';

test('3,000 torn sources each get an answer, with a place for all that is wrong', () => {
  const compile = createTorn((seed) => seed % 10 === 0);
  const faults: string[] = [];
  const kinds = { 'not read': 0, 'not run': 0, runs: 0 };
  for (let seed = 1; seed <= 3_000; seed += 1) {
    const { kind, fault } = compile(seed);
    kinds[kind] += 1;
    if (fault !== undefined) faults.push(`Seed ${seed} ${fault}`);
  }
  expect(faults).toEqual([]);
  expect(kinds['not read']).toBeGreaterThan(1_000);
  expect(kinds.runs).toBeGreaterThan(300);
});
