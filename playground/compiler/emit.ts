/** Checks the types of one file and writes its instrumented JavaScript, both within bounds. */

import type ts from 'typescript-program';
import type { CompiledProgram } from '../protocol.ts';
import type { PlatformModule } from '../vm/platform.ts';
import { createAwaitContext } from './await-context.ts';
import { createInstrumentation, type Instrumentation } from './instrument.ts';
import { findPlatformUse } from './platform-use.ts';

/** Emitted code, and at which offsets of the source imports stand that it still has. */
export interface Emitted {
  readonly compiled: CompiledProgram;
  readonly remainingImports: ReadonlySet<number>;
}

/** What TypeScript finds in a file; `undefined` when it takes longer than `budget` milliseconds. */
export function checkTypes(
  typescript: typeof ts,
  program: ts.Program,
  sourceFile: ts.SourceFile,
  budget: number,
): readonly ts.Diagnostic[] | undefined {
  const end = Date.now() + budget;
  const isCancellationRequested = () => Date.now() > end;
  const throwIfCancellationRequested = () => {
    // Only at this exception, which is no Error, does the program throw away its half-done checker.
    // eslint-disable-next-line @typescript-eslint/only-throw-error
    if (isCancellationRequested()) throw new typescript.OperationCanceledException();
  };
  try {
    return program.getSemanticDiagnostics(sourceFile, {
      isCancellationRequested,
      throwIfCancellationRequested,
    });
  } catch (error) {
    if (error instanceof typescript.OperationCanceledException) return undefined;
    throw error;
  }
}

/** Emits a file whose types are checked. */
export function emitChecked(typescript: typeof ts, program: ts.Program, sourceFile: ts.SourceFile): Emitted {
  const instrumentation = createInstrumentation(typescript);
  const platform = findPlatformUse(typescript, sourceFile);
  const written = { code: '', map: '' };
  program.emit(
    sourceFile,
    (name, text) => {
      written[name.endsWith('.map') ? 'map' : 'code'] = text;
    },
    undefined,
    false,
    { after: transformersFor(typescript, instrumentation, platform) },
  );
  return pack(written.code, written.map, instrumentation, platform);
}

/** Emits a file on its own, without a look at types; `isolatedModules` keeps the outcome the same. */
export function emitUnchecked(
  typescript: typeof ts,
  sourceFile: ts.SourceFile,
  compilerOptions: ts.CompilerOptions,
): Emitted {
  const instrumentation = createInstrumentation(typescript);
  const platform = findPlatformUse(typescript, sourceFile);
  const { outputText, sourceMapText } = typescript.transpileModule(sourceFile.text, {
    compilerOptions,
    fileName: sourceFile.fileName,
    transformers: { after: transformersFor(typescript, instrumentation, platform) },
  });
  return pack(outputText, sourceMapText ?? '', instrumentation, platform);
}

function transformersFor(
  typescript: typeof ts,
  { transformer }: Instrumentation,
  platform: readonly PlatformModule[],
): ts.TransformerFactory<ts.SourceFile>[] {
  return platform.includes('async-hooks') ? [transformer, createAwaitContext(typescript)] : [transformer];
}

/** The same names in the map on every side: there a file's name is an address of Monaco's, here a path. */
function pack(
  code: string,
  map: string,
  found: ReturnType<typeof createInstrumentation>,
  platform: readonly PlatformModule[],
): Emitted {
  const parsed: unknown = JSON.parse(map);
  const renamed = { ...(parsed as object), file: 'program.js', sourceRoot: '', sources: ['program.ts'] };
  return {
    compiled: {
      code: code.replace(/\/\/# sourceMappingURL=.*\s*$/, ''),
      map: JSON.stringify(renamed),
      sites: found.sites(),
      ...(platform.length === 0 ? {} : { platform }),
    },
    remainingImports: found.remainingImports,
  };
}
