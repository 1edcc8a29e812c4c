/** Runs a program and looks at its heap: what the tests of the heap have in common. */

import { judge } from '../analysis/verdict.ts';
import { Inspection } from '../heap/inspection.ts';
import type { HeapClass, HeapPath, HeapReport } from '../heap/report.ts';
import { createCompiler } from '../node/compiler.ts';
import { readAssets } from '../node/assets.ts';
import type { CompiledProgram, RunRecord, Verdict, Workload } from '../record.ts';
import { ProgramRun } from '../host/run.ts';
import { en } from '../words/en/en.ts';
import { heapWords } from '../words/en/heap.ts';

const compiler = createCompiler();
const assets = readAssets();

export interface HeapRun {
  readonly inspection: Inspection;
  readonly report: HeapReport;
  readonly record: RunRecord;
  readonly verdict: Verdict;
}

/** Compiles a source. Throws when it does not compile. */
export function compiledSource(source: string): CompiledProgram {
  const { compiled, diagnostics } = compiler.compile(source);
  if (compiled === undefined) throw new Error(diagnostics.map((one) => en.diagnosticWords(one)).join('\n'));
  return compiled;
}

/** Nothing else waits for a test, so nothing pauses it. */
export const noPause = (): Promise<void> => Promise.resolve();

/** Plays a run for its verdict, and once more for its heap. */
export async function inspectedRun(source: string, workload: Workload, settleSeconds = 60): Promise<HeapRun> {
  const compiled = compiledSource(source);
  const options = { assets: await assets, compiled, workload, settleSeconds, listener: {} };
  const record = (await ProgramRun.create(options)).playOut();
  const verdict = judge(record, compiled.sites, settleSeconds);
  const inspection = await Inspection.create({ ...options, verdict, pause: noPause });
  return { inspection, report: inspection.report(), record, verdict };
}

/** What is told of a class. Throws where none of it is alive. */
export function classIn({ classes }: HeapReport, name: string): HeapClass {
  const found = classes.find((each) => each.name === name);
  if (found === undefined) throw new Error(`No ${name} is alive.`);
  return found;
}

/** All paths of a report. */
export function pathsIn({ classes }: HeapReport): readonly HeapPath[] {
  return classes.flatMap(({ paths }) => paths);
}

/** Paths of a class at which something is at fault. */
export function faultyIn({ paths }: Pick<HeapClass, 'paths'>): readonly HeapPath[] {
  return paths.filter(({ faulty }) => faulty !== undefined);
}

/** A path as it is printed, with the class that it leads to. */
export function written(path: HeapPath): string {
  return `${heapWords.pathWords(path)} → ${path.class} × ${path.count}`;
}
