/** Compiles under a watchdog: what does not end is given up, its compiler is ended, and the program goes on unchecked. */

import { waitFor } from '../worker/patience.ts';
import type { Diagnostic } from '../record.ts';
import { uncheckedFindings, type Compilation, type Emission } from './compile.ts';
import type { Unchecked } from './diagnostic-detail.ts';

/** A compiler that can be ended, in a thread or a worker of its own. What it was asked is rejected when it dies. */
export interface CompilerPort {
  /** When it has loaded, and has read the language's own declarations. */
  readonly ready: Promise<unknown>;
  emit(source: string): Promise<Emission>;
  check(source: string): Promise<readonly Diagnostic[]>;
  end(): void;
}

/** A port rejects with this when a compilation took more memory than it may have. */
export class OutOfMemoryError extends Error {}

export interface WatchedCompiler {
  /**
   * Compiles one source after another. `undefined` when it is called off first, which ends the compiler at once. Rejects only
   * when a compiler cannot be had.
   */
  compile(source: string, calledOff: Promise<unknown>): Promise<Compilation | undefined>;
  /** Starts a compiler where none is up, so that the first compilation is soon done. */
  warm(): void;
  end(): void;
}

export interface Watchdog {
  /** Starts a compiler; these sources are not to be checked by anything in it. */
  readonly start: (givenUp: readonly string[]) => CompilerPort;
  /** Wall-clock milliseconds after which either half of a compilation is given up. */
  readonly limitMs: () => number;
  /** Whether a compiler that was ended is replaced at once, or with the next compilation. */
  readonly replaces: boolean;
}

/** Sources that are remembered as never to be checked again. */
const mostGivenUp = 8;

/** Work was left because its time was over. */
class LateError extends Error {}

/** Work was left because somebody called it off. */
class CalledOffError extends Error {}

export function createWatchedCompiler({ start, limitMs, replaces }: Watchdog): WatchedCompiler {
  const givenUp = new Map<string, Unchecked>();
  let port: CompilerPort | undefined;
  let last: Promise<unknown> = Promise.resolve();

  const started = (): CompilerPort => {
    if (port !== undefined) return port;
    const fresh = (port = start([...givenUp.keys()]));
    // One that could not be loaded is no use to the next compilation.
    fresh.ready.catch(() => port === fresh && end());
    return fresh;
  };
  const end = (): void => {
    port?.end();
    port = undefined;
  };
  const replace = (): void => {
    end();
    if (replaces) started();
  };
  const giveUp = (source: string, why: Unchecked): void => {
    givenUp.set(source, why);
    const [oldest] = givenUp.keys();
    if (givenUp.size > mostGivenUp && oldest !== undefined) givenUp.delete(oldest);
    replace();
  };
  const unchecked = (emission: Emission, why: Unchecked): Compilation => ({
    ...emission.compilation,
    diagnostics: uncheckedFindings(emission, why),
  });

  const compileNow = async (source: string, calledOff: Promise<unknown>): Promise<Compilation> => {
    const compiler = started();
    await until(compiler.ready, calledOff);
    const limit = limitMs();
    const emission = await until(compiler.emit(source), calledOff, limit).catch(reasonToGiveUp);
    if (typeof emission === 'string') {
      replace();
      return notEmitted(seconds(limit));
    }
    if (emission.covered === undefined) return emission.compilation;
    const known = givenUp.get(source);
    if (known !== undefined) return unchecked(emission, known);
    const diagnostics = await until(compiler.check(source), calledOff, limit).catch(reasonToGiveUp);
    if (typeof diagnostics !== 'string') return { ...emission.compilation, diagnostics };
    const why: Unchecked =
      diagnostics === 'late' ? { type: 'late', seconds: seconds(limit) } : { type: diagnostics };
    giveUp(source, why);
    return unchecked(emission, why);
  };
  const compileOrLeave = async (
    source: string,
    calledOff: Promise<unknown>,
  ): Promise<Compilation | undefined> => {
    try {
      return await compileNow(source, calledOff);
    } catch (error) {
      end();
      if (!(error instanceof CalledOffError)) throw error;
      if (replaces) started();
      return undefined;
    }
  };

  return {
    compile: (source, calledOff) => {
      let isCalledOff = false;
      void calledOff.then(() => (isCalledOff = true));
      const turn = last.then(() => (isCalledOff ? undefined : compileOrLeave(source, calledOff)));
      last = turn.catch(() => undefined);
      return Promise.race([turn, calledOff.then(() => undefined)]);
    },
    warm: () => {
      started();
    },
    end,
  };
}

/** Some work, as long as it does not take too long and nobody calls it off. */
async function until<T>(work: Promise<T>, calledOff: Promise<unknown>, ms?: number): Promise<T> {
  let callOffWait = (): void => undefined;
  const late = new Promise<never>((_, reject) => {
    if (ms !== undefined) callOffWait = waitFor(ms, () => reject(new LateError()));
  });
  const leave = calledOff.then(() => {
    throw new CalledOffError();
  });
  try {
    return await Promise.race([work, late, leave]);
  } finally {
    callOffWait();
  }
}

/** What makes the compiler give up a program; anything else is a mistake of ours, or of the network. */
function reasonToGiveUp(error: unknown): 'late' | 'out of memory' {
  if (error instanceof LateError) return 'late';
  if (error instanceof OutOfMemoryError) return 'out of memory';
  throw error;
}

function notEmitted(most: number): Compilation {
  const what = { type: 'not compiled in time', seconds: most } as const;
  return { runnable: false, diagnostics: [{ line: 1, column: 1, what, severity: 'error' }] };
}

/** To two digits. */
function seconds(ms: number): number {
  return Number((ms / 1000).toPrecision(2));
}
