/** Compiles what a reader writes, with the editor's compiler where there is one and with a plain one otherwise. */

import type { Compilation } from '#playground/compiler/compile.ts';
import type { CompileQueue } from './compile-queue.ts';
import { createCompileQueue } from './compile-queue.ts';
import type { Lab } from './lab.ts';

/** Compiles one source. Rejects only when the compiler itself cannot be had. */
export type ProgramCompiler = (source: string) => Promise<Compilation>;

export interface Compilers extends CompileQueue {
  /** Puts an editor's compiler in place of the plain one, or takes it away again. */
  useCompiler(compiler: ProgramCompiler | undefined): void;
}

export function createCompilers(lab: Lab): Compilers {
  let ofEditor: ProgramCompiler | undefined;
  const compileNow = async (source: string) => {
    if (ofEditor !== undefined) return ofEditor(source);
    const [{ plainCompiler }, { contract }] = await Promise.all([
      import('./editor/plain-compiler.ts'),
      lab.load(),
    ]);
    return plainCompiler(contract)(source);
  };
  return {
    compile: createCompileQueue(compileNow).compile,
    useCompiler: (compiler) => (ofEditor = compiler),
  };
}
