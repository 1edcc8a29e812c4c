/** Programs that nobody wrote, each with a truth that follows from how it was made: the judge must find just that. */

import { afterAll, expect, test } from 'vitest';
import { createCompiler } from '../compiler/node-compiler.ts';
import { sourceOf } from './grammar/source.ts';
import { truthOf } from './grammar/truth.ts';
import { createJudges, judgeSeeds, planOf, sizes } from './judges.ts';

const size = sizes.short;
const seeds = Array.from({ length: 200 }, (_, at) => 1 + at);
const judges = createJudges(2, size);

afterAll(() => {
  judges.dispose();
});

test('of 200 programs none is blamed wrongly, and none that leaks or leaves out a duty passes', async () => {
  const misjudged: string[] = [];
  await judgeSeeds(judges, size, seeds, (seed, { fault, truth, reasons }) => {
    if (fault !== undefined) misjudged.push(`seed ${seed}, ${truth.kind}: ${fault}. ${reasons.join(' ')}`);
  });
  expect(misjudged).toEqual([]);
}, 600_000);

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
