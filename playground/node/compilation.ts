/** Compiles in a thread of its own under a watchdog, for the command line. */

import { Worker } from 'node:worker_threads';
import type { Compilation, Emission } from '../compiler/compile.ts';
import { createWatchedCompiler, OutOfMemoryError, type CompilerPort } from '../compiler/watched-compiler.ts';
import type { CompileRequest } from './compile-worker.ts';
import type { Ending } from './lab-run.ts';
import type { Diagnostic } from '../record.ts';

/** What a compilation that is given up is good for. */
export interface CompilePatience {
  /** Wall-clock milliseconds for each half of the compilation, asked when it begins; see `WatchedCompiler`. */
  readonly limitMs: () => number;
  /** Ends the compilation at once, without an answer, where somebody interrupts it. */
  readonly signal: AbortSignal;
  /** Megabytes that the check of types may take; a usual program takes 200. */
  readonly mostMemory?: number;
}

/** The compilation, without its types where these took too long or too much; `undefined` when it was called off. */
export async function compileInThread(
  source: string,
  { limitMs, signal, mostMemory = 1_024 }: CompilePatience,
): Promise<Compilation | undefined> {
  const compiler = createWatchedCompiler({ start: () => startThread(mostMemory), limitMs, replaces: false });
  const calledOff = new Promise<void>((resolve) => {
    const callOff = (): void => {
      // The clock of the whole command is in the limit already, and has its sentence.
      if ((signal.reason as Ending).type === 'interrupted') resolve();
    };
    signal.addEventListener('abort', callOff, { once: true });
    if (signal.aborted) callOff();
  });
  try {
    return await compiler.compile(source, calledOff);
  } finally {
    compiler.end();
  }
}

/** A compiler in a thread, which dies with more than so many megabytes. */
export function startThread(mostMemory: number): CompilerPort {
  const worker = new Worker(new URL('compile-worker.ts', import.meta.url), {
    execArgv: ['--no-warnings'],
    resourceLimits: { maxOldGenerationSizeMb: mostMemory },
  });
  /** The thread answers in order; the first answer says that it is ready. */
  const waiting: PromiseWithResolvers<unknown>[] = [];
  const answer = async <T>(): Promise<T> => {
    const next = Promise.withResolvers<unknown>();
    waiting.push(next);
    return (await next.promise) as T;
  };
  worker.on('message', (message) => waiting.shift()?.resolve(message));
  worker.on('error', (error: unknown) => {
    const isMemory = error instanceof Error && 'code' in error && error.code === 'ERR_WORKER_OUT_OF_MEMORY';
    for (const each of waiting.splice(0)) each.reject(isMemory ? new OutOfMemoryError() : error);
  });
  const ask = <T>(request: CompileRequest): Promise<T> => {
    worker.postMessage(request);
    return answer<T>();
  };
  return {
    ready: answer(),
    emit: (source) => ask<Emission>({ type: 'emit', source }),
    check: (source) => ask<readonly Diagnostic[]>({ type: 'check', source }),
    end: () => void worker.terminate(),
  };
}
