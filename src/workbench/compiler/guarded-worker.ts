/** Monaco's TypeScript worker, which never throws at the editor and never looks at sources whose types have no end. */

import type { TypeScriptWorker } from 'monaco-editor/languages/features/typescript/ts.worker';

/** What Monaco asks about a place of a file, and what "nothing" is for it. */
const questions: Readonly<Record<string, unknown>> = {
  getCompletionsAtPosition: undefined,
  getCompletionEntryDetails: undefined,
  getSignatureHelpItems: undefined,
  getQuickInfoAtPosition: undefined,
  getDocumentHighlights: undefined,
  getDefinitionAtPosition: undefined,
  getReferencesAtPosition: undefined,
  getNavigationTree: undefined,
  findRenameLocations: undefined,
  getRenameInfo: { canRename: false, localizedErrorMessage: 'This cannot be renamed here.' },
  getCodeFixesAtPosition: [],
  provideInlayHints: [],
};

/** The worker itself, with these methods replaced. */
export function createGuardedWorker(worker: TypeScriptWorker, givenUp: readonly string[]): TypeScriptWorker {
  for (const [name, nothing] of Object.entries(questions)) {
    const asked = worker[name];
    if (typeof asked !== 'function') throw new Error(`Monaco's worker has no ${name}.`);
    worker[name] = async (fileName: string, ...rest: readonly unknown[]): Promise<unknown> => {
      if (givenUp.includes(worker._getScriptText(fileName) ?? '')) return nothing;
      try {
        return await (asked as (...values: readonly unknown[]) => Promise<unknown>).call(
          worker,
          fileName,
          ...rest,
        );
      } catch {
        // There are sources, half typed, on which TypeScript throws; the compiler says so.
        return nothing;
      }
    };
  }
  return worker;
}
