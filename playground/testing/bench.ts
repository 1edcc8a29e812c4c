/** Measures the machine's speed under Node and prints JSON; medians of interleaved runs, ratios within one run. */

import { createCompiler } from '../node/compiler.ts';
import { readAssets } from '../node/assets.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';
import { readProgram } from '../node/programs.ts';
import { ProgramRun } from '../host/run.ts';
import { measureHeap, type HeapFigures } from './bench-heap.ts';

/** Milliseconds, and ratios of times. */
export interface MachineFigures extends HeapFigures {
  readonly leakyMs: number;
  readonly fixedMs: number;
  readonly leakyRatio: number;
  readonly fixedRatio: number;
  readonly longRatio: number;
}

const rounds = 7;

const assets = await readAssets();
const compiler = createCompiler();

async function createTimer(
  program: string,
): Promise<(transactions: number, samples: number) => Promise<number>> {
  const { compiled } = compiler.compile(await readProgram(scenario.id, program));
  if (compiled === undefined) throw new Error(`${program} does not compile.`);
  return async (transactions, samples) => {
    const workload = { ...scenario.workload, transactions, samples, memoryLimit: 2 ** 29 };
    const { settleSeconds } = scenario;
    const run = await ProgramRun.create({ assets, compiled, workload, settleSeconds, listener: {} });
    const start = performance.now();
    run.playOut();
    return performance.now() - start;
  };
}

function median(values: readonly number[]): number {
  return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

const leaky = await createTimer('leaky');
const fixed = await createTimer('fixed');
const seen: {
  readonly leaky: number;
  readonly leakyRatio: number;
  readonly fixed: number;
  readonly fixedRatio: number;
}[] = [];
for (let round = 0; round < rounds; round++) {
  const plain = { leaky: await leaky(10_000, 1), fixed: await fixed(10_000, 1) };
  const sampled = { leaky: await leaky(10_000, 100), fixed: await fixed(10_000, 100) };
  seen.push({
    ...sampled,
    leakyRatio: sampled.leaky / plain.leaky,
    fixedRatio: sampled.fixed / plain.fixed,
  });
}
const long: number[] = [];
for (let round = 0; round < 3; round++)
  long.push((await fixed(100_000, 100)) / 10 / (await fixed(10_000, 100)));

const figures: MachineFigures = {
  leakyMs: median(seen.map((each) => each.leaky)),
  fixedMs: median(seen.map((each) => each.fixed)),
  leakyRatio: median(seen.map((each) => each.leakyRatio)),
  fixedRatio: median(seen.map((each) => each.fixedRatio)),
  longRatio: median(long),
  ...(await measureHeap()),
};
console.log(JSON.stringify(figures));
