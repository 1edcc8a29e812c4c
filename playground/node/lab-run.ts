/** Plays a request of the command line on a worker until it ends, or until somebody or the clock ends it. */

import type { LabResult } from './report.ts';
import type { Client, RunEvent } from '../worker/client.ts';
import { emptyResult } from './empty-result.ts';
import type { ConsoleLine, Failure, RunResult, Sample } from '../record.ts';
import type { RunRequest } from '../protocol.ts';

/** Why a run is ended before its time; the reason of the signal that ends it. */
export type Ending =
  | { readonly type: 'interrupted' }
  /** The command has taken this long. */
  | { readonly type: 'timeout'; readonly seconds: number };

/** Where a run is. */
export type Whereabouts =
  | { readonly type: 'main'; readonly transactions: number }
  | { readonly type: 'trial'; readonly trial: number; readonly trials: number };

export interface LabRun {
  readonly client: Client;
  readonly request: RunRequest;
  /** Aborted with an `Ending`. */
  readonly signal: AbortSignal;
  readonly onProgress: (at: Whereabouts) => void;
}

/**
 * The result; of a run that was ended, what was measured until then: the main run's own verdict once there is one, else the
 * samples. What ends a run from outside never changes a verdict.
 */
export function playToResult({ client, request, signal, onProgress }: LabRun): Promise<LabResult> {
  const start = performance.now();
  const known = createKnown(request);
  return new Promise<LabResult>((resolve) => {
    const end = (result: LabResult): void => {
      resolve({ ...result, elapsedMs: Math.round(performance.now() - start) });
    };
    const onAbort = (): void => {
      const ending = signal.reason as Ending;
      if (ending.type === 'interrupted') end(known.interrupted());
      else end(known.failed(timeoutFailure(ending.seconds, known.at(), request)));
    };
    signal.addEventListener('abort', onAbort, { once: true });
    if (signal.aborted) {
      onAbort();
      return;
    }
    client.run(request, (event) => {
      known.take(event);
      if (event.type === 'finished') resolve({ ...event.result, ...known.written() });
      else if (event.type === 'lost') end(known.failed(event.failure));
      else onProgress(known.at());
    });
  });
}

interface Known {
  take(event: RunEvent): void;
  at(): Whereabouts;
  written(): Pick<LabResult, 'console' | 'consoleDropped'>;
  /** All that has arrived, when this came in the way of the rest. */
  failed(failure: Failure): LabResult;
  /** All that has arrived, when somebody did not want to wait for the rest. */
  interrupted(): LabResult;
}

/** Collects what a run tells. */
function createKnown(request: RunRequest): Known {
  const samples: Sample[] = [];
  const console: ConsoleLine[] = [];
  let consoleDropped = 0;
  let measured: RunResult | undefined;
  let trial: Whereabouts | undefined;
  const unmeasured = (failure: Failure): RunResult =>
    emptyResult({ ...request, failure, sites: request.compiled.sites, samples });
  return {
    take: (event) => {
      if (event.type === 'samples') samples.push(...event.samples);
      if (event.type === 'console') {
        console.push(...event.lines);
        consoleDropped += event.dropped;
      }
      if (event.type === 'measured') measured = event.result;
      if (event.type === 'checking') trial = { type: 'trial', trial: event.trial, trials: event.trials };
    },
    at: () => trial ?? { type: 'main', transactions: samples.at(-1)?.transactions ?? 0 },
    written: () => ({ console, consoleDropped }),
    failed: (failure) => ({ ...(measured ?? unmeasured(failure)), failure, console, consoleDropped }),
    interrupted: () => {
      const { failure: _, ...rest } = unmeasured({
        kind: 'unresponsive',
        what: { type: 'interrupted' },
      });
      return { ...(measured ?? rest), console, consoleDropped, interrupted: true };
    },
  };
}

function timeoutFailure(seconds: number, at: Whereabouts, request: RunRequest): Failure {
  const { transactions } = request.workload;
  const what =
    at.type === 'trial'
      ? ({ type: 'late checks', trial: at.trial, trials: at.trials, seconds } as const)
      : ({ type: 'late run', sampled: at.transactions, transactions, seconds } as const);
  return { kind: 'unresponsive', what };
}
