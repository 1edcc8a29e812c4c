/** Answers what a command asks of a program's heap: its paths, a cut, a file for other tools. */

import { writeFile } from 'node:fs/promises';
import type { HeapAnswer, HeapQuestion } from '../heap/question.ts';
import { isStoring, type CutResult, type HeapPath, type HeapReport, type StoreSite } from '../heap/report.ts';
import type { InspectRequest } from '../protocol.ts';
import type { Failure, Verdict } from '../record.ts';
import { heapWords } from '../words/en/heap.ts';
import { expectedLines, traceLines } from '../words/en/heap-trace.ts';
import type { Client } from '../worker/client.ts';

/** What a command asks of a heap. */
export interface HeapAsked {
  readonly paths: boolean;
  /** A path as it is printed, or its fingerprint. */
  readonly cut?: string;
  /** Where to write the heap in V8's format. */
  readonly snapshot?: string;
}

/** What was found. */
export interface HeapFound {
  readonly report: HeapReport;
  readonly cut?: CutResult;
}

/** Something that was asked of a heap and that it has not, in a sentence. */
export class HeapError extends Error {}

/** Transactions that are served after a cut. */
const runOn = 1_000;

/** Asks one after another; the run is played once for all of them, and once more for who stores and who removes. */
export async function inspectHeap(
  client: Client,
  inspection: Omit<InspectRequest, 'question'>,
  { cut, snapshot }: HeapAsked,
): Promise<HeapFound> {
  const ask = (question: HeapQuestion): Promise<HeapAnswer> => answerTo(client, { ...inspection, question });
  const answer = await ask({ type: 'report' });
  if (answer.type !== 'report') throw new Error('A report was asked for.');
  const { report } = answer;
  if (snapshot !== undefined) {
    const written = await ask({ type: 'snapshot' });
    if (written.type === 'snapshot') await save(snapshot, written.text);
  }
  if (cut === undefined) return { report };
  const place = placeOf(report, cut);
  if (place === undefined) throw new HeapError(noSuchPath(report, cut));
  const done = await ask({ type: 'cut', runOn, ...place });
  const result = done.type === 'cut' ? done.result : undefined;
  if (result === undefined) throw new HeapError('Nothing can be cut in a machine that has died.');
  return { report, cut: result };
}

/** The last answer to a question. */
function answerTo(client: Client, inspection: InspectRequest): Promise<HeapAnswer> {
  return new Promise((resolve, reject) => {
    client.inspect(inspection, (event) => {
      if (event.type === 'inspected' && event.isLast) resolve(event.answer);
      if (event.type === 'lost') reject(new HeapError(lossWords(event.failure)));
    });
  });
}

function lossWords({ kind }: Failure): string {
  return `The heap could not be read (${kind}).`;
}

async function save(file: string, text: string): Promise<void> {
  try {
    await writeFile(file, text);
  } catch (error) {
    throw new HeapError(`The heap could not be written to ${file}: ${String(error)}`);
  }
}

function allPaths({ classes }: HeapReport): readonly HeapPath[] {
  return classes.flatMap(({ paths }) => paths);
}

/** A fingerprint, or a path as it is printed: down to its faulty step, or to any other. */
function placeOf(
  report: HeapReport,
  asked: string,
): { readonly fingerprint: string; readonly at?: number } | undefined {
  const paths = allPaths(report);
  const named = paths.find((path) => path.fingerprint === asked || faultyPath(path) === asked);
  if (named?.faulty !== undefined) return { fingerprint: named.fingerprint };
  for (const { fingerprint, root, steps } of paths) {
    const at = steps.findIndex(
      (_, n) => heapWords.pathWords({ root, steps: steps.slice(0, n + 1) }) === asked,
    );
    if (at >= 0) return { fingerprint, at };
  }
  return undefined;
}

/** A path down to its faulty step, as it is printed. */
function faultyPath({ root, steps, faulty }: HeapPath): string {
  return heapWords.pathWords({ root, steps: steps.slice(0, (faulty ?? steps.length - 1) + 1) });
}

function noSuchPath(report: HeapReport, asked: string): string {
  const names = allPaths(report)
    .filter(({ faulty }) => faulty !== undefined)
    .map((path) => `${path.fingerprint} (${faultyPath(path)})`);
  const there = names.length === 0 ? 'nothing is at fault here' : `there are: ${names.join(', ')}`;
  return `--cut: no faulty reference '${asked}'; ${there}.`;
}

/** The lines of a report. */
export function heapLines({ report, cut }: HeapFound, verdict: Verdict, seed: number): readonly string[] {
  const told = report.classes.filter((each) => each.verdict !== 'flat' && each.verdict !== 'bounded');
  const traces = told.flatMap(({ name, paths }) =>
    paths.map((path) => {
      const own = cut?.fingerprint === path.fingerprint ? cut : undefined;
      return traceLines(path, { finding: verdict.classes[name], seed, cut: own }).join('\n');
    }),
  );
  const dead = report.isDead ? ['The heap is that of the moment of death; nothing can be cut in it.'] : [];
  const unexplained =
    traces.length > 0 || verdict.bytes.kind !== 'leak'
      ? []
      : ['The program takes ever more bytes, but nothing that grows has a path of its own.'];
  return [...dead, ...traces, ...unexplained, ...expectedLines(report)];
}

/** The same for `--json`. */
export function heapJson({ report, cut }: HeapFound): object {
  return { paths: allPaths(report).map(pathJson), ...(cut === undefined ? {} : { cut }) };
}

function pathJson(path: HeapPath): object {
  const { steps, faulty, fingerprint, count, bytes, holder, stores = [] } = path;
  return {
    class: path.class,
    path: faultyPath(path),
    steps: steps.map((step) => ({
      name: heapWords.stepWords(step),
      of: step.of,
      count: step.count,
      status: step.status.type,
      ...(step.line === undefined ? {} : { line: step.line }),
    })),
    ...(faulty === undefined ? {} : { faulty }),
    fingerprint,
    holder,
    count,
    bytes,
    stored: stores.filter(isStoring).map(storeJson),
    removed: stores.filter((each) => !isStoring(each) && each.count > 0).map(storeJson),
  };
}

function storeJson({ line, count, method, byEnding }: StoreSite): object {
  return { ...(line === undefined ? {} : { line }), count, method, ...byEnding };
}
