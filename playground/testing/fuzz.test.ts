/** Programs that nobody wrote, each with a truth that follows from how it was made; `npm run fuzz` judges more of them. */

import { expect, test } from 'vitest';
import { createCompiler } from '../node/compiler.ts';
import { sourceOf } from './grammar/source.ts';
import { truthOf } from './grammar/truth.ts';
import { createJudges, judgeSeeds, planOf, sizes } from './judges.ts';

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

/** Of a hundred programs, so many may be left undecided, with the length that is missing. */
const mostUndecided = 1;

test('none of them is judged wrongly, and hardly any is left undecided', async () => {
  const judges = createJudges(2, size);
  const wrong: string[] = [];
  let undecided = 0;
  await judgeSeeds(judges, size, seeds, (seed, { fault, truth, reasons }) => {
    if (fault === 'undecided') undecided++;
    else if (fault !== undefined) {
      wrong.push(`Seed ${seed} ${fault}, in truth ${JSON.stringify(truth)}: ${reasons.join(' ')}`);
    }
  });
  judges.dispose();
  expect(wrong).toEqual([]);
  expect(undecided).toBeLessThanOrEqual((mostUndecided * seeds.length) / 100);
});
