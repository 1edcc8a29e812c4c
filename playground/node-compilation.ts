/** Compiles in a thread of its own under a watchdog, for the command line. */

import { Worker } from 'node:worker_threads';
import type { Compilation } from './compiler/compile.ts';
import type { Ending } from './node-lab-run.ts';

/** What a compilation that is given up is good for. */
export interface CompilePatience {
  /** Wall-clock milliseconds; after them the program does not compile. */
  readonly limitMs: number;
  /** Ends the compilation at once, without an answer, where somebody interrupts it. */
  readonly signal: AbortSignal;
}

/** The compilation, a finding that the compiler did not finish or broke; `undefined` when it was called off. */
export function compileInThread(
  source: string,
  fileName: string,
  { limitMs, signal }: CompilePatience,
): Promise<Compilation | undefined> {
  const worker = new Worker(new URL('node-compile-worker.ts', import.meta.url), {
    workerData: { source, fileName },
    execArgv: ['--no-warnings'],
  });
  return new Promise<Compilation | undefined>((resolve) => {
    const watchdog = setTimeout(() => {
      const seconds = Number((limitMs / 1000).toPrecision(2));
      resolve(
        refused(`The compiler did not finish within ${seconds} s. Make the types of the program simpler.`),
      );
    }, limitMs);
    const callOff = (): void => {
      // The clock of the whole command is in the limit already, and has its sentence.
      if ((signal.reason as Ending).type === 'interrupted') resolve(undefined);
    };
    signal.addEventListener('abort', callOff, { once: true });
    if (signal.aborted) callOff();
    worker.once('message', resolve);
    worker.once('error', (error) => {
      const reason = error instanceof Error ? error.message : String(error);
      resolve(refused(`The compiler could not finish: ${reason}`));
    });
    worker.once('exit', () => {
      clearTimeout(watchdog);
      signal.removeEventListener('abort', callOff);
    });
  }).finally(() => void worker.terminate());
}

function refused(message: string): Compilation {
  return { runnable: false, diagnostics: [{ line: 1, column: 1, message, severity: 'error' }] };
}
