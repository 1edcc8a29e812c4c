/** Types of the Monaco modules that come without any. */

declare module 'monaco-editor/languages/features/typescript/ts.worker' {
  import type typescript from 'typescript-program';

  interface MirrorModel {
    readonly uri: { toString(): string; readonly path: string };
    readonly version: number;
    getValue(): string;
  }

  export interface WorkerContext {
    getMirrorModels(): readonly MirrorModel[];
  }

  export interface WorkerOptions {
    readonly compilerOptions: Readonly<Record<string, unknown>>;
    readonly extraLibs: Readonly<Record<string, { readonly content: string; readonly version: number }>>;
  }

  export class TypeScriptWorker {
    constructor(context: WorkerContext, options: WorkerOptions);
    getLanguageService(): typescript.LanguageService;
  }

  export function initialize(
    create: (context: WorkerContext, options: WorkerOptions) => TypeScriptWorker,
  ): void;

  export const ts: { readonly typescript: typeof typescript };
}

declare module 'monaco-editor/editor/editor.worker';
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';

declare module 'monaco-editor/languages/features/typescript/lib/lib.js' {
  /** Texts of TypeScript's libraries by file name; the worker reads them here. */
  export const libFileMap: Record<string, string>;
}
