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

  interface WorkerOptions {
    readonly compilerOptions: Readonly<Record<string, unknown>>;
    readonly extraLibs: Readonly<Record<string, { readonly content: string; readonly version: number }>>;
  }

  /** The worker's own, and the host of its language service. */
  export interface TypeScriptWorker extends typescript.LanguageServiceHost {
    /** What Monaco asks it, by name. */
    [question: string]: unknown;
    _languageService: typescript.LanguageService;
    getLanguageService(): typescript.LanguageService;
    _getScriptText(fileName: string): string | undefined;
  }

  export const TypeScriptWorker: new (context: WorkerContext, options: WorkerOptions) => TypeScriptWorker;

  export function initialize(create: (context: WorkerContext) => TypeScriptWorker): void;

  export const ts: { readonly typescript: typeof typescript };
}

declare module 'monaco-editor/editor/editor.worker';
declare module 'monaco-editor/editor/contrib/suggest/browser/suggestController.js';

declare module 'monaco-editor/languages/features/typescript/lib/lib.js' {
  /** Texts of TypeScript's libraries by file name; the worker reads them here. */
  export const libFileMap: Record<string, string>;
}
