/** Monaco with what programs need of it, set up once per page. Fetched only when a reader wants to edit. */

import 'monaco-editor/features/bracketMatching/register';
import 'monaco-editor/features/caretOperations/register';
import 'monaco-editor/features/clipboard/register';
import 'monaco-editor/features/codeEditor/register';
import 'monaco-editor/features/codicon/register';
import 'monaco-editor/features/comment/register';
import 'monaco-editor/features/cursorUndo/register';
import 'monaco-editor/features/find/register';
import 'monaco-editor/features/gotoError/register';
import 'monaco-editor/features/hover/register';
import 'monaco-editor/features/indentation/register';
import 'monaco-editor/features/linesOperations/register';
import 'monaco-editor/features/multicursor/register';
import 'monaco-editor/features/parameterHints/register';
import 'monaco-editor/features/readOnlyMessage/register';
import 'monaco-editor/features/rename/register';
import 'monaco-editor/features/suggest/register';
import 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';
import 'monaco-editor/features/wordHighlighter/register';
import 'monaco-editor/features/wordOperations/register';
import 'monaco-editor/languages/definitions/typescript/register';
import * as monaco from 'monaco-editor/editor';
import {
  getTypeScriptWorker,
  typescriptDefaults,
} from 'monaco-editor/languages/features/typescript/register';

import type { Compilation } from '#playground/compiler/compile.ts';
import { compilerOptions } from '#playground/compiler/options.ts';
import { defineThemes } from './monaco-theme.ts';
import { programLibs } from './program-libs.ts';
import { spawnProgramWorker } from './spawn-program-worker.ts';

export { monaco };

let ready = false;

/** Sets up workers, compiler options, libraries and themes; calls after the first do nothing. */
export function setUpMonaco(contract: string): void {
  if (ready) return;
  ready = true;
  globalThis.MonacoEnvironment = {
    getWorker: (_, label) => (label === 'typescript' ? spawnProgramWorker() : spawnEditorWorker()),
  };
  // One source of findings: the compiler's own, which also decides whether a program runs.
  typescriptDefaults.setModeConfiguration({ ...typescriptDefaults.modeConfiguration, diagnostics: false });
  typescriptDefaults.setCompilerOptions(mutable(compilerOptions));
  const libs = Object.entries(programLibs(contract));
  typescriptDefaults.setExtraLibs(libs.map(([filePath, { content }]) => ({ filePath, content })));
  defineThemes(monaco.editor);
}

function spawnEditorWorker(): Worker {
  return new Worker(new URL('./editor-worker.ts', import.meta.url), { type: 'module', name: 'editor' });
}

type MonacoOptions = Parameters<typeof typescriptDefaults.setCompilerOptions>[0];

/** Monaco's types know fewer options than its compiler, and want arrays that can be changed. */
function mutable(options: Readonly<Record<string, unknown>>): MonacoOptions {
  return structuredClone(options) as MonacoOptions;
}

interface CompilingWorker {
  compile(fileName: string): Promise<Compilation>;
}

/** Compiles a model in the TypeScript worker that also serves the editor. */
export async function compileModel(model: monaco.editor.ITextModel): Promise<Compilation> {
  const workerFor = await retried(getTypeScriptWorker);
  const worker = (await workerFor(model.uri)) as unknown as CompilingWorker;
  return worker.compile(model.uri.toString());
}

/** Monaco refuses until it has seen a first TypeScript model, a few milliseconds after it was made. */
async function retried<T>(ask: () => Promise<T>): Promise<T> {
  for (let attempt = 0; attempt < 100; attempt += 1) {
    try {
      return await ask();
    } catch {
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
  }
  return ask();
}
