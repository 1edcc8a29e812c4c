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
import { typescriptDefaults } from 'monaco-editor/languages/features/typescript/register';

import { compilerOptions } from '#playground/compiler/options.ts';
import { defineThemes } from './monaco-theme.ts';
import { typescriptWorker } from '../compiler/page-compiler.ts';

export { monaco };

let ready = false;

/** Sets up workers, compiler options and themes; calls after the first do nothing. */
export function setUpMonaco(contract: string): void {
  if (ready) return;
  ready = true;
  // A change of options is the one way to make Monaco let go of a worker; it asks for the next one when it has a question.
  const configure = (): void => typescriptDefaults.setCompilerOptions(mutable(compilerOptions));
  globalThis.MonacoEnvironment = {
    getWorker: (_, label) =>
      label === 'typescript' ? typescriptWorker(contract, configure) : spawnEditorWorker(),
  };
  // One source of findings: the compiler's own, which also decides whether a program runs.
  typescriptDefaults.setModeConfiguration({ ...typescriptDefaults.modeConfiguration, diagnostics: false });
  configure();
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
