/** Programs that nobody wrote, each with a truth that follows from how it was made; `npm run fuzz` has them judged. */

import { expect, test } from 'vitest';
import { createCompiler } from '../compiler/node-compiler.ts';
import { sourceOf } from './grammar/source.ts';
import { truthOf } from './grammar/truth.ts';
import { planOf, sizes } from './judges.ts';

const size = sizes.short;
const seeds = Array.from({ length: 200 }, (_, at) => 1 + at);
test('the programs compile as a reader’s must, and right, leaky and wrong ones are many', () => {
  const compiler = createCompiler();
  const kinds = { right: 0, leaky: 0, wrong: 0 };
  for (const seed of seeds) {
    const plan = planOf(seed, size);
    kinds[truthOf(plan).kind]++;
    expect(compiler.compile(sourceOf(plan)).diagnostics, `seed ${seed}`).toEqual([]);
  }
  expect(Math.min(...Object.values(kinds))).toBeGreaterThan(25);
});
