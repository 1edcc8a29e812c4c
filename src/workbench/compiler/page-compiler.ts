/** The page's one TypeScript worker: it compiles for all playgrounds under a watchdog, and serves Monaco where there is one. */

import type { Emission } from '#playground/compiler/compile.ts';
import { compilerOptions } from '#playground/compiler/options.ts';
import {
  createWatchedCompiler,
  type CompilerPort,
  type WatchedCompiler,
} from '#playground/compiler/watched-compiler.ts';
import type { Diagnostic } from '#playground/record.ts';
import type { CompileAnswer, CompileRequest, CompilerStart } from './compiler-messages.ts';
import { programLibs } from './program-libs.ts';
import { spawnProgramWorker } from './spawn-program-worker.ts';

/** Milliseconds after which a compilation is given up. */
const limitMs = 8_000;

let shared: WatchedCompiler | undefined;
let worker: Worker | undefined;
let replaced: () => void = () => undefined;

/** The page's compiler; its worker starts with the first call. */
export function pageCompiler(contract: string): WatchedCompiler {
  shared ??= createWatchedCompiler({
    start: (givenUp) => startWorker(contract, givenUp),
    limitMs: () => limitMs,
    replaces: true,
  });
  return shared;
}

/** The worker that is up, for Monaco to speak to as well. `onReplaced` is called whenever another has taken its place. */
export function typescriptWorker(contract: string, onReplaced: () => void): Worker {
  replaced = onReplaced;
  pageCompiler(contract).warm();
  if (worker === undefined) throw new Error('The TypeScript worker has not started.');
  return worker;
}

function startWorker(contract: string, givenUp: readonly string[]): CompilerPort {
  const started = (worker = spawnProgramWorker());
  const { port1, port2 } = new MessageChannel();
  const waiting = new Map<number, PromiseWithResolvers<unknown>>();
  const answerTo = async <T>(request: number): Promise<T> => {
    const answer = Promise.withResolvers<unknown>();
    waiting.set(request, answer);
    return (await answer.promise) as T;
  };
  const fail = (reason: string): void => {
    for (const each of waiting.values()) each.reject(new Error(reason));
    waiting.clear();
  };
  port1.onmessage = ({ data: { request, answer, error } }: MessageEvent<CompileAnswer>) => {
    if (error === undefined) waiting.get(request)?.resolve(answer);
    else waiting.get(request)?.reject(new Error(error));
    waiting.delete(request);
  };
  started.addEventListener('error', ({ message }) => fail(message || 'The compiler could not be loaded.'));
  const extraLibs = programLibs(contract);
  const start: CompilerStart = { type: 'start-compiler', port: port2, compilerOptions, extraLibs, givenUp };
  started.postMessage(start, [port2]);
  replaced();
  let last = 0;
  const ask = <T>(type: CompileRequest['type'], source: string): Promise<T> => {
    port1.postMessage({ request: ++last, type, source } satisfies CompileRequest);
    return answerTo<T>(last);
  };
  return {
    ready: answerTo(0),
    emit: (source) => ask<Emission>('emit', source),
    check: (source) => ask<readonly Diagnostic[]>('check', source),
    end: () => {
      started.terminate();
      port1.close();
      if (worker === started) worker = undefined;
    },
  };
}
