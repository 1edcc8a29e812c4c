/** Compiles the newest source and skips those that an edit has overtaken. */

import type { Compilation } from '#playground/compiler/compile.ts';

export interface CompileQueue {
  /** Compiles a source; `undefined` when a newer one came before its turn or before its end, or it was called off. */
  compile(source: string): Promise<Compilation | undefined>;
  /** Ends what is being compiled, and lets go of what waits. */
  callOff(): void;
}

/** Compiles one source; `undefined` once `calledOff` is. Rejects only when a compiler cannot be had. */
export type ProgramCompiler = (
  source: string,
  calledOff: Promise<unknown>,
) => Promise<Compilation | undefined>;

/** At most one compilation goes on and one waits: a third takes the place of the one that waits. */
export function createCompileQueue(compileNow: ProgramCompiler): CompileQueue {
  let newest = 0;
  let last: Promise<unknown> = Promise.resolve();
  const going = new Set<() => void>();
  return {
    compile: (source) => {
      const ticket = ++newest;
      // Each has a promise of its own: one that lives on would hold on to every result.
      const { promise: calledOff, resolve: callOff } = Promise.withResolvers<undefined>();
      const end = (): void => callOff(undefined);
      going.add(end);
      const turn = last.then(() => (ticket === newest ? compileNow(source, calledOff) : undefined));
      const ended = Promise.race([turn, calledOff]).finally(() => going.delete(end));
      last = ended.catch(() => undefined);
      return ended.then((compilation) => (ticket === newest ? compilation : undefined));
    },
    callOff: () => {
      newest += 1;
      for (const end of going) end();
    },
  };
}
