/** Every message that crosses between the page (or the command line) and the machine's worker. */

import type { HeapAnswer, HeapQuestion } from './heap/question.ts';
import type {
  Verdict,
  Workload,
  Allowance,
  Diagnostic,
  CompiledProgram,
  Sample,
  ConsoleLine,
  LogLine,
  RunResult,
} from './record.ts';

/** What a worker needs before it can run anything; loaded once per page. */
export interface MachineAssets {
  /** QuickJS, compiled by the host. */
  readonly wasm: WebAssembly.Module;
  /** Modules that run inside the machine, as JavaScript, by path; those of the platform may come later. */
  readonly guest: GuestModules;
}

/** JavaScript by path within `playground/`. */
export type GuestModules = Readonly<Record<string, string>>;

export interface RunRequest {
  readonly scenario: string;
  /** `leaky`, `fixed`, `mine`, or a file's name: used for display only. */
  readonly program: string;
  readonly compiled: CompiledProgram;
  readonly diagnostics: readonly Diagnostic[];
  readonly workload: Workload;
  /** Whether the scenario's checks follow the run (they take several shorter runs more). */
  readonly checks: boolean;
  /** Beside those of the scenario. */
  readonly allowances?: readonly Allowance[];
}

/** A look into the heap of a program that was run. */
export interface InspectRequest {
  /** The run, which is played again. */
  readonly request: RunRequest;
  /** What it came to. */
  readonly verdict: Verdict;
  readonly question: HeapQuestion;
}

/** From the page to the worker. */
export type ToWorker =
  | { readonly type: 'prepare'; readonly assets: MachineAssets }
  /** Comes before the first run whose program names something of the platform. */
  | { readonly type: 'platform'; readonly modules: GuestModules }
  | { readonly type: 'run'; readonly runId: number; readonly request: RunRequest }
  | { readonly type: 'inspect'; readonly runId: number; readonly inspection: InspectRequest }
  | { readonly type: 'stop'; readonly runId: number };

/** From the worker to the page. `runId` is the number that the page gave the run. */
export type FromWorker =
  | { readonly type: 'ready' }
  /** The machine itself threw an error: while it played a run, or with none while it warmed up. The worker is of no more use. */
  | { readonly type: 'broken'; readonly runId?: number; readonly message: string }
  | {
      readonly type: 'samples';
      readonly runId: number;
      readonly samples: readonly Sample[];
      readonly done: number;
    }
  | {
      readonly type: 'console';
      readonly runId: number;
      readonly lines: readonly ConsoleLine[];
      readonly dropped: number;
    }
  | { readonly type: 'log'; readonly runId: number; readonly lines: readonly LogLine[] }
  /** Sent at least every 200 ms while a program computes, so that silence means that it hangs. */
  | { readonly type: 'alive'; readonly runId: number }
  /** A trial of the checks begins: the `trial`th (from 1) of the `trials` that are planned. Sent before each, after `measured`. */
  | { readonly type: 'checking'; readonly runId: number; readonly trial: number; readonly trials: number }
  /** The run with its verdict; `checks` is empty until they have run. */
  | { readonly type: 'measured'; readonly runId: number; readonly result: RunResult }
  | { readonly type: 'finished'; readonly runId: number; readonly result: RunResult }
  /** What was asked of a heap; more of the same answer may follow until the last one. */
  | {
      readonly type: 'inspected';
      readonly runId: number;
      readonly answer: HeapAnswer;
      readonly isLast: boolean;
    }
  | { readonly type: 'stopped'; readonly runId: number };
