/** Measures, under Node, how long it takes to look at a heap; medians of warm runs. */

import { compiledSource, noPause } from './heap-run.ts';
import { Inspection } from '../heap/inspection.ts';
import { judge } from '../analysis/verdict.ts';
import { readAssets } from '../node/assets.ts';
import { readProgram } from '../node/programs.ts';
import { scenario } from '../scenarios/logger-per-transaction/scenario.ts';
import { ProgramRun } from '../host/run.ts';

/** Milliseconds. */
export interface HeapFigures {
  /** Graph, sizes and paths of so many survivors. */
  readonly report10Ms: number;
  readonly report100Ms: number;
  /** A cut with its collection and the look at what is left; and with 1,000 transactions more, what these add. */
  readonly cutMs: number;
  readonly runOnMs: number;
}

/** A leaky run of so many transactions, played and ready to be looked at again and again. */
async function inspectionOf(transactions: number): Promise<Inspection> {
  const compiled = compiledSource(await readProgram(scenario.id, 'leaky'));
  const workload = { ...scenario.workload, transactions, memoryLimit: 2 ** 29 };
  const { settleSeconds } = scenario;
  const options = { assets: await readAssets(), compiled, workload, settleSeconds, listener: {} };
  const record = (await ProgramRun.create(options)).playOut();
  const verdict = judge(record, compiled.sites, settleSeconds);
  return Inspection.create({ ...options, verdict, pause: noPause });
}

/** Median time of what is done with a machine, each time a new one; the first warms up. */
async function timed(
  rounds: number,
  transactions: number,
  work: (inspection: Inspection) => unknown,
): Promise<number> {
  const times: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const inspection = await inspectionOf(transactions);
    const start = performance.now();
    await work(inspection);
    if (round > 0) times.push(performance.now() - start);
  }
  return median(times);
}

function median(values: readonly number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? NaN;
}

/** What a look at a heap takes. */
export async function measureHeap(): Promise<HeapFigures> {
  const report10Ms = await timed(5, 10_000, (inspection) => inspection.report());
  const report100Ms = await timed(3, 100_000, (inspection) => inspection.report());
  const inspection = await inspectionOf(10_000);
  const [path] = inspection.report().classes.flatMap(({ paths }) => paths);
  const cut = async (more: number): Promise<number> => {
    const start = performance.now();
    await inspection.cut(path?.fingerprint ?? '', more, noPause);
    return performance.now() - start;
  };
  const [cuts, runs]: [number[], number[]] = [[], []];
  await cut(1_000);
  for (let round = 0; round < 5; round++) {
    cuts.push(await cut(0));
    runs.push(await cut(1_000));
  }
  return { report10Ms, report100Ms, cutMs: median(cuts), runOnMs: median(runs) - median(cuts) };
}
