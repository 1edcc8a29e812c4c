/**
 * The TypeScript worker: Monaco's own, with one more method that compiles a program for the machine. Without Monaco
 * it serves the plain text box, so that there is one compiler in either case.
 */

import { TypeScriptWorker, initialize, ts } from 'monaco-editor/languages/features/typescript/ts.worker';
import { libFileMap } from 'monaco-editor/languages/features/typescript/lib/lib.js';

import type { Compilation } from '#playground/compiler/compile.ts';
import { compileService } from '#playground/compiler/compile.ts';
import { engineLibrary } from '#playground/compiler/engine-library.ts';
import type { PlainRequest, PlainStart } from './plain-messages.ts';

for (const [name, text] of Object.entries(libFileMap)) libFileMap[name] = engineLibrary(name, text);

/** What the page may ask of the worker beside what Monaco asks. */
export class ProgramWorker extends TypeScriptWorker {
  compile(fileName: string): Promise<Compilation> {
    return Promise.resolve(compileService(ts.typescript, this.getLanguageService(), fileName));
  }
}

self.onmessage = ({ data }: MessageEvent<unknown>) => {
  if (isPlainStart(data)) servePlain(data);
  else initialize((context, options) => new ProgramWorker(context, options));
};

function isPlainStart(message: unknown): message is PlainStart {
  return typeof message === 'object' && message !== null && 'type' in message && message.type === 'plain';
}

/** One program, replaced with each request, in the place of Monaco's models. */
function servePlain({ compilerOptions, extraLibs }: PlainStart): void {
  const program = { uri: 'file:///mine.ts', version: 0, source: '' };
  const model = {
    uri: { toString: () => program.uri, path: '/mine.ts' },
    get version() {
      return program.version;
    },
    getValue: () => program.source,
  };
  const worker = new ProgramWorker({ getMirrorModels: () => [model] }, { compilerOptions, extraLibs });
  self.onmessage = async ({ data }: MessageEvent<PlainRequest>) => {
    program.source = data.source;
    program.version += 1;
    self.postMessage({ request: data.request, compilation: await worker.compile(program.uri) });
  };
}
