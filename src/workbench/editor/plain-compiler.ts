/** Compiles for the plain text box: the TypeScript worker without Monaco. */

import { compilerOptions } from '#playground/compiler/options.ts';
import type { ProgramCompiler } from '../compilers.ts';
import type { PlainAnswer, PlainRequest, PlainStart } from './plain-messages.ts';
import { programLibs } from './program-libs.ts';
import { spawnProgramWorker } from './spawn-program-worker.ts';

let shared: ProgramCompiler | undefined;

/** The page's plain compiler; its worker starts with the first call. */
export function plainCompiler(contract: string): ProgramCompiler {
  shared ??= startPlainCompiler(contract);
  return shared;
}

function startPlainCompiler(contract: string): ProgramCompiler {
  const worker = spawnProgramWorker();
  const waiting = new Map<number, PromiseWithResolvers<PlainAnswer['compilation']>>();
  worker.onmessage = ({ data }: MessageEvent<PlainAnswer>) => {
    waiting.get(data.request)?.resolve(data.compilation);
    waiting.delete(data.request);
  };
  worker.onerror = (event) => {
    for (const each of waiting.values())
      each.reject(new Error(event.message || 'The compiler could not be loaded.'));
    waiting.clear();
    shared = undefined;
    worker.terminate();
  };
  const start: PlainStart = { type: 'plain', compilerOptions, extraLibs: programLibs(contract) };
  worker.postMessage(start);
  let request = 0;
  return (source) => {
    const answer = Promise.withResolvers<PlainAnswer['compilation']>();
    waiting.set(++request, answer);
    worker.postMessage({ request, source } satisfies PlainRequest);
    return answer.promise;
  };
}
