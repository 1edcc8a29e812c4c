/** Compiles what a reader writes, with the page's compiler, which is fetched when there is first something to compile. */

import { type CompileQueue, createCompileQueue } from './compile-queue.ts';
import type { Lab } from '../store/lab.ts';

/** The queue of one playground; all of a page share a compiler. */
export function createCompilers(lab: Lab): CompileQueue {
  return createCompileQueue(async (source, calledOff) => {
    const [{ pageCompiler }, { contract }] = await Promise.all([import('./page-compiler.ts'), lab.load()]);
    return pageCompiler(contract).compile(source, calledOff);
  });
}
