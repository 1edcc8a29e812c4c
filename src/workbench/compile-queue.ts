/** Compiles the newest source and skips those that an edit has overtaken. */

import type { Compilation } from '#playground/compiler/compile.ts';

export interface CompileQueue {
  /** Compiles a source; `undefined` when a newer one came before its turn or before its end. */
  compile(source: string): Promise<Compilation | undefined>;
}

/** At most one compilation goes on and one waits: a third takes the place of the one that waits. */
export function createCompileQueue(compileNow: (source: string) => Promise<Compilation>): CompileQueue {
  let newest = 0;
  let last: Promise<unknown> = Promise.resolve();
  return {
    compile: (source) => {
      const ticket = ++newest;
      const turn = last.then(() => (ticket === newest ? compileNow(source) : undefined));
      last = turn.catch(() => undefined);
      return turn.then((compilation) => (ticket === newest ? compilation : undefined));
    },
  };
}
