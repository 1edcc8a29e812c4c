/** Writes the instrumented JavaScript of one source, without a look at its types: code never waits for the checker. */

import type ts from 'typescript-program';
import type { CompiledProgram } from '../record.ts';
import type { PlatformModule } from './platform-modules.ts';
import { createAwaitContext } from './await-context.ts';
import { lineShifts } from './editor-lines.ts';
import { createInstrumentation, type Instrumentation } from './instrument.ts';
import { createSeparatorEscapes } from './line-separators.ts';
import { compilerOptions } from './options.ts';
import { findPlatformUse } from './platform-use.ts';

/** Emitted code, and at which offsets of the source imports stand that it still has. */
export interface Emitted {
  readonly compiled: CompiledProgram;
  readonly remainingImports: ReadonlySet<number>;
}

/** A program of this one file, which knows nothing beyond it. */
export interface LoneProgram {
  readonly program: ts.Program;
  readonly sourceFile: ts.SourceFile;
}

/** Parses a source as the module that it is. A source that is nested thousands deep overflows the parser. */
export function parseAlone(typescript: typeof ts, source: string): LoneProgram {
  const name = '/program.ts';
  const { lib: _, ...options } = compilerOptions;
  const files = new Map<string, ts.SourceFile>();
  const host: ts.CompilerHost = {
    getSourceFile: (asked, how) => {
      if (asked === name && !files.has(name))
        files.set(name, typescript.createSourceFile(name, source, how, false));
      return files.get(asked);
    },
    fileExists: (asked) => asked === name,
    readFile: () => undefined,
    writeFile: () => undefined,
    getDefaultLibFileName: () => '/lib.d.ts',
    getCurrentDirectory: () => '/',
    getCanonicalFileName: (asked) => asked,
    useCaseSensitiveFileNames: () => true,
    getNewLine: () => '\n',
  };
  const alone = { ...options, noLib: true, noResolve: true, noCheck: true };
  const program = typescript.createProgram([name], alone, host);
  const sourceFile = program.getSourceFile(name);
  if (sourceFile === undefined) throw new Error('TypeScript has not taken the source.');
  return { program, sourceFile };
}

/** Emits a file that has been parsed alone. `isolatedModules` makes this all that there is to know of it. */
export function emitAlone(typescript: typeof ts, { program, sourceFile }: LoneProgram): Emitted {
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
  return pack(written, sourceFile, instrumentation, platform);
}

function transformersFor(
  typescript: typeof ts,
  { transformer }: Instrumentation,
  platform: readonly PlatformModule[],
): ts.TransformerFactory<ts.SourceFile>[] {
  const usual = [createSeparatorEscapes(typescript), transformer];
  return platform.includes('async-hooks') ? [...usual, createAwaitContext(typescript)] : usual;
}

/** The map names the program by what it is, and tells where the editor counts lines in another way than TypeScript. */
function pack(
  { code, map }: { readonly code: string; readonly map: string },
  sourceFile: ts.SourceFile,
  found: Instrumentation,
  platform: readonly PlatformModule[],
): Emitted {
  const parsed: unknown = JSON.parse(map);
  const shifts = lineShifts(sourceFile);
  const renamed = {
    ...(parsed as object),
    file: 'program.js',
    sourceRoot: '',
    sources: ['program.ts'],
    ...(shifts === undefined ? {} : { x_editorLines: shifts }),
  };
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
