/** The one set of compiler options for programs: Monaco's worker and Node compile with the same. */

import type ts from 'typescript-program';

/**
 * Options as plain values, because Monaco takes them by message and the enums of `ts` are not loaded on the page.
 * Library files are named in full, as the compiler's own host interface wants them.
 */
export const compilerOptions: ts.CompilerOptions = {
  strict: true,
  target: 9 satisfies ts.ScriptTarget.ES2022,
  module: 99 satisfies ts.ModuleKind.ESNext,
  moduleResolution: 100 satisfies ts.ModuleResolutionKind.Bundler,
  /** Every program is a module, even without an export: programs must not see each other's names. */
  moduleDetection: 3 satisfies ts.ModuleDetectionKind.Force,
  isolatedModules: true,
  /** What the engine has, less what `engineLibrary` takes out of these, plus `types/engine.d.ts`. */
  lib: [
    'lib.es2024.d.ts',
    'lib.esnext.array.d.ts',
    'lib.esnext.collection.d.ts',
    'lib.esnext.disposable.d.ts',
    'lib.esnext.error.d.ts',
    'lib.esnext.float16.d.ts',
    'lib.esnext.iterator.d.ts',
    'lib.esnext.promise.d.ts',
  ],
  libReplacement: false,
  types: [],
  useDefineForClassFields: true,
  noEmitOnError: false,
  skipLibCheck: true,
  sourceMap: true,
  removeComments: true,
  newLine: 1 satisfies ts.NewLineKind.LineFeed,
};

/** Longest source that is compiled, in characters. */
export const longestSource = 200_000;

/** The module from which a program takes its types, and whose `Program` says what it exports. */
export const contractModule = 'server';

/** The module that compiled programs import, and that only the machine provides. */
export const censusModule = 'leak-lab:census';

/** The module that compiled programs import beside it where they import node:async_hooks. */
export const contextModule = 'leak-lab:async-context';
