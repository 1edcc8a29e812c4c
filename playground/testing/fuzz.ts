/** Makes programs by seed, judges each, and prints those of which the judge says what is not true, made as small as they go. */

import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import fc from 'fast-check';
import { format } from 'prettier';
import { anyPlan } from './grammar/any-plan.ts';
import type { Plan } from './grammar/plan.ts';
import { sourceOf } from './grammar/source.ts';
import { createJudge, type Judge, type Judged } from './judged-program.ts';

const { values } = parseArgs({
  options: {
    programs: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    short: { type: 'boolean', default: false },
    threads: { type: 'string', default: '2' },
    shrink: { type: 'boolean', default: false },
    out: { type: 'string', default: 'fuzz' },
  },
});
const [programs, firstSeed] = [Number(values.programs), Number(values.seed)];
/** A short run has caps to match. */
const plans = anyPlan(values.short ? 300 : 3_000);
const judge = await createJudge(Number(values.threads), values.short ? 2_000 : 10_000);
await mkdir(values.out, { recursive: true });
const misjudged = new Map<number, Judged>();
let done = 0;
let elapsedMs = 0;
await Promise.all(Array.from({ length: Number(values.threads) }, (_, thread) => judgeFrom(thread)));
judge.dispose();
console.log(
  `${programs} programs from seed ${firstSeed}: ${misjudged.size} misjudged. ${Math.round(elapsedMs / programs)} ms each.`,
);
process.exitCode = misjudged.size === 0 ? 0 : 1;

/** Each thread takes every nth seed. */
async function judgeFrom(thread: number): Promise<void> {
  for (let at = thread; at < programs; at += Number(values.threads)) {
    const seed = firstSeed + at;
    const judged = await judgeSeed(judge, seed);
    elapsedMs += judged.elapsedMs;
    if (judged.fault !== undefined) {
      misjudged.set(seed, judged);
      await report(seed, values.shrink ? await shrunk(judge, seed, judged) : judged);
    }
    if (++done % 100 === 0) console.log(`${done} judged, ${misjudged.size} of them wrongly.`);
  }
}

async function judgeSeed(by: Judge, seed: number): Promise<Judged> {
  const [plan] = fc.sample(plans, { seed, numRuns: 1, unbiased: true });
  if (plan === undefined) throw new Error('fast-check made nothing.');
  return by.judge(plan);
}

/** The smallest program that is misjudged in the same way. fast-check makes the first from the same seed, then shrinks it. */
async function shrunk(by: Judge, seed: number, first: Judged): Promise<Judged> {
  let smallest = first;
  const isRight = async (plan: Plan): Promise<boolean> => {
    const judged = await by.judge(plan);
    const isSame = judged.fault === first.fault && judged.truth.kind === first.truth.kind;
    if (isSame) smallest = judged;
    return !isSame;
  };
  await fc.check(fc.asyncProperty(plans, isRight), { seed, numRuns: 1, unbiased: true });
  return smallest;
}

async function report(seed: number, { plan, truth, fault, reasons }: Judged): Promise<void> {
  const file = join(values.out, `seed-${seed}.ts`);
  await writeFile(file, await format(sourceOf(plan), { parser: 'typescript', singleQuote: true, printWidth: 110 }));
  console.log(
    [
      `\nSeed ${seed}: ${fault}; in truth ${JSON.stringify(truth)}. ${file}`,
      `  ${JSON.stringify(plan)}`,
      ...reasons.map((reason) => `  ${reason}`),
    ].join('\n'),
  );
}
