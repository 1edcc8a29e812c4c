/** Entry of the thread that compiles for the command line, so that a program whose types never end can be given up. */

import { parentPort } from 'node:worker_threads';
import { createCompiler } from './compiler.ts';

/** What the thread is asked, one after another; it answers with what the compiler's method of that name gives. */
export interface CompileRequest {
  readonly type: 'emit' | 'check';
  readonly source: string;
}

const compiler = createCompiler();
// Reads the libraries, for which no program is to blame.
compiler.compile('');
parentPort?.on('message', ({ type, source }: CompileRequest) => {
  parentPort?.postMessage(compiler[type](source));
});
parentPort?.postMessage('ready');
