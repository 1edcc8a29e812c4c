/** Entry of the thread that compiles one program, so that a program whose types never end can be given up. */

import { parentPort, workerData } from 'node:worker_threads';
import { createCompiler } from './compiler/node-compiler.ts';

const { source, fileName } = workerData as { readonly source: string; readonly fileName: string };
parentPort?.postMessage(createCompiler().compile(source, fileName));
