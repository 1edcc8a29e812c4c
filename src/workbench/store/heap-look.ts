/** A look into the heap of the run in view: what is alive, what holds it, and what became of cuts. It comes with its panel. */

import { batch, effect, type ReadonlySignal, type Signal, signal } from '@preact/signals';

import type { CutPlace } from '#playground/heap/cut-place.ts';
import type { HeapAnswer, HeapQuestion } from '#playground/heap/question.ts';
import type { CutResult, HeapPath, HeapReport } from '#playground/heap/report.ts';
import type { Failure, Sample } from '#playground/record.ts';
import type { DrawnRun } from '#src/chart/drawn-run.ts';
import type { Runs, StartedRun } from './runs.ts';

/** What is known of a heap, and of which run it is. */
export interface HeapLookState {
  readonly run: StartedRun;
  /** What is asked of the machine now; absent while nothing is. */
  readonly asking?: HeapQuestion;
  readonly report?: HeapReport;
  /** Results of cuts, by the fingerprint of the path. */
  readonly cuts: Readonly<Record<string, CutResult>>;
  /** Why the last question has no answer. */
  readonly failure?: Failure;
}

export interface HeapLook {
  /** Undefined until a run has been looked into. */
  readonly state: ReadonlySignal<HeapLookState | undefined>;
  /** Whether the panel is open: only then is a run looked into. */
  readonly isWanted: Signal<boolean>;
  /** Cuts references of a path, the faulty ones by default, and, where asked to, serves so many transactions more. */
  cut(path: HeapPath, runOn: number, place?: CutPlace): void;
  /** Reads the heap of the last run again, after a reading that came to nothing. */
  readAgain(): void;
  /** Reads the heap of a run, the last one, unless that has been done; undefined where it comes to nothing. */
  reportOf(run: StartedRun): Promise<HeapReport | undefined>;
  /** The heap as a file for DevTools; undefined where it cannot be had. */
  snapshot(): Promise<string | undefined>;
}

const looks = new WeakMap<Runs, HeapLook>();

/** The one look of a playground. */
export function heapLookOf({ runs, afterCut }: Parts): HeapLook {
  const look = looks.get(runs) ?? createHeapLook({ runs, afterCut });
  looks.set(runs, look);
  return look;
}

interface Parts {
  readonly runs: Runs;
  /** The last cut as a line on the chart: the curve drops, and climbs again. */
  readonly afterCut: Signal<DrawnRun | undefined>;
}

function createHeapLook({ runs, afterCut }: Parts): HeapLook {
  const state = signal<HeapLookState | undefined>(undefined);
  const isWanted = signal(false);

  /** Asks the page's machine; each answer is given to `take` as long as nobody has asked anything else. */
  const ask = async (run: StartedRun, question: HeapQuestion, take: (answer: HeapAnswer) => void) => {
    const verdict = run.result?.verdict;
    if (verdict === undefined) return;
    const { failure: _, ...before } = state.peek()?.run === run ? state.peek()! : { run, cuts: {} };
    const asked: HeapLookState = { ...before, asking: question };
    state.value = asked;
    const isNewest = () => state.peek()?.asking === question;
    const settle = (more: Partial<HeapLookState>) => {
      const { asking: _now, ...rest } = state.peek()!;
      state.value = { ...rest, ...more };
    };
    const { machine } = await import('./machine.ts');
    if (!isNewest()) return;
    await new Promise<void>((resolve) => {
      machine().inspect({ request: run.request, verdict, question }, (event) => {
        if (event.type !== 'inspected' && event.type !== 'lost' && event.type !== 'stopped') return;
        if (isNewest()) {
          batch(() => {
            if (event.type === 'inspected') take(event.answer);
            if (event.type === 'lost') settle({ failure: event.failure });
            else if (event.type === 'stopped' || event.isLast) settle({});
          });
        }
        if (event.type !== 'inspected' || event.isLast) resolve();
      });
    });
  };

  const read = (run: StartedRun) =>
    ask(run, { type: 'report' }, (answer) => {
      if (answer.type === 'report') state.value = { ...state.peek()!, report: answer.report };
    });

  effect(() => {
    const { current, phase } = runs;
    const run = current.value;
    const isOver = phase.value !== 'running' && phase.value !== 'compiling' && phase.value !== 'idle';
    if (!isWanted.value || !isOver || run?.result === undefined) return;
    const seen = state.peek();
    if (seen?.run === run && (seen.report !== undefined || seen.asking !== undefined)) return;
    read(run).catch(reportError);
  });
  effect(() => {
    if (runs.phase.value === 'running') afterCut.value = undefined;
  });

  const cut: HeapLook['cut'] = (path, runOn, place = {}) => {
    const run = state.peek()?.run;
    if (run === undefined) return;
    ask(run, { type: 'cut', fingerprint: path.fingerprint, runOn, ...place }, (answer) => {
      if (answer.type !== 'cut' || answer.result === undefined) return;
      const { result } = answer;
      const { cuts } = state.peek()!;
      state.value = { ...state.peek()!, cuts: { ...cuts, [path.fingerprint]: result } };
      afterCut.value = drawnCut(run, result, path.class);
    }).catch(reportError);
  };

  const snapshot = async () => {
    const run = state.peek()?.run;
    let text: string | undefined;
    if (run === undefined) return undefined;
    await ask(run, { type: 'snapshot' }, (answer) => {
      if (answer.type === 'snapshot') ({ text } = answer);
    });
    return text;
  };

  const readAgain = () => {
    const run = state.peek()?.run;
    if (run !== undefined) read(run).catch(reportError);
  };
  const reportOf = async (run: StartedRun) => {
    const isKnown = () => state.peek()?.run.request === run.request;
    if (!isKnown() || state.peek()?.report === undefined) await read(run);
    return isKnown() ? state.peek()?.report : undefined;
  };
  return { state, isWanted, cut, readAgain, reportOf, snapshot };
}

/** From the end of a run straight down to what was left by a cut, and on to what came back. */
function drawnCut(
  { program, workload, result }: StartedRun,
  cut: CutResult,
  className: string,
): DrawnRun | undefined {
  const last = result?.samples.at(-1);
  if (last === undefined) return undefined;
  const dropped = changed(last, cut.freed, -cut.bytes, 0);
  const after = cut.then === undefined ? [] : [climbed(dropped, cut.then, className)];
  const samples = [last, dropped, ...after];
  const transactions = Math.max(workload.transactions, ...samples.map((sample) => sample.transactions));
  return { role: program, workload: { ...workload, transactions }, samples, faded: true };
}

function climbed(from: Sample, then: NonNullable<CutResult['then']>, className: string): Sample {
  const { transactions, left = 0, bytes } = then;
  return changed(from, { [className]: -left }, bytes, transactions);
}

function changed(sample: Sample, freed: CutResult['freed'], bytes: number, transactions: number): Sample {
  const live = Object.entries(sample.live).map(
    ([name, count]) => [name, count - (freed[name] ?? 0)] as const,
  );
  const ended = sample.transactions + transactions;
  return {
    ...sample,
    transactions: ended,
    virtualMs: (sample.virtualMs / Math.max(1, sample.transactions)) * ended,
    bytes: Math.max(0, sample.bytes + bytes),
    live: Object.fromEntries(live),
  };
}
