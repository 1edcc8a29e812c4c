/**
 * The TypeScript worker. It compiles programs for the machine, and Monaco finds its own worker in it: one compiler, and one
 * reading of the language's libraries, for both.
 */

import {
  initialize,
  ts,
  TypeScriptWorker,
  type WorkerContext,
} from 'monaco-editor/languages/features/typescript/ts.worker';
import { libFileMap } from 'monaco-editor/languages/features/typescript/lib/lib.js';

import { engineLibrary } from '#playground/compiler/engine-library.ts';
import { createStages } from '#playground/compiler/stages.ts';
import type { CompileAnswer, CompileRequest, CompilerStart } from './compiler-messages.ts';
import { createGuardedWorker } from './guarded-worker.ts';

for (const [name, text] of Object.entries(libFileMap)) libFileMap[name] = engineLibrary(name, text);

/** Both services read a library once between them. */
const registry = ts.typescript.createDocumentRegistry();

self.onmessage = ({ data }: MessageEvent<unknown>) => {
  const start = data as CompilerStart;
  serve(start);
  // What follows comes from Monaco.
  self.onmessage = () => {
    initialize((context) => createGuardedWorker(serviced(context, start), start.givenUp));
  };
};

/** Monaco's worker over these models. */
function serviced(context: WorkerContext, options: CompilerStart): TypeScriptWorker {
  const made = new TypeScriptWorker(context, options);
  made._languageService = ts.typescript.createLanguageService(made, registry);
  return made;
}

/** Compiles what comes over the port. A program has a service of its own, which sees none of the editor's models. */
function serve(start: CompilerStart): void {
  const program = { uri: 'file:///program.ts', version: 0, source: '' };
  const model = {
    uri: { toString: () => program.uri, path: '/program.ts' },
    get version() {
      return program.version;
    },
    getValue: () => program.source,
  };
  const service = serviced({ getMirrorModels: () => [model] }, start).getLanguageService();
  const stages = createStages(ts.typescript, service, program.uri, (source) => {
    program.source = source;
    program.version += 1;
  });
  const { port } = start;
  const answer = (request: number, compile: () => unknown): void => {
    let message: CompileAnswer;
    try {
      message = { request, answer: compile() };
    } catch (error) {
      message = { request, error: String(error) };
    }
    port.postMessage(message);
  };
  port.onmessage = ({ data: { request, type, source } }: MessageEvent<CompileRequest>) =>
    answer(request, () => stages[type](source));
  // Reads the libraries, for which no program is to blame.
  answer(0, () => void stages.compile(''));
}
