/** Compiles a program: TypeScript to an instrumented ES module, with findings. The same in Node and in Monaco's worker. */

import type ts from 'typescript-program';
import type { CompiledProgram, Diagnostic } from '../protocol.ts';
import { checkBuiltIns } from './absent.ts';
import { checkContract } from './contract.ts';
import { fromTypeScript, tidyDiagnostics } from './diagnostics.ts';
import { checkTypes, emitChecked, emitUnchecked } from './emit.ts';
import { checkImports } from './imports.ts';
import { isNestedTooDeeply } from './nesting.ts';
import { refuseSource } from './refusal.ts';

/** What a compilation gives. Type errors do not keep a program from running; syntax errors and imports do. */
export type Compilation =
  | {
      readonly runnable: true;
      readonly compiled: CompiledProgram;
      readonly diagnostics: readonly Diagnostic[];
    }
  | {
      readonly runnable: false;
      readonly compiled?: undefined;
      readonly diagnostics: readonly Diagnostic[];
    };

/** Milliseconds after which the check of types is given up and the program compiled without. */
const typeCheckBudget = 5_000;

/**
 * Compiles the file of that name. Among the program's files must be the contract and the environment, and its options
 * must be `compilerOptions`. Whatever the reader wrote, the answer is a value; exceptions are mistakes of ours.
 */
export function compileProgram(typescript: typeof ts, program: ts.Program, fileName: string): Compilation {
  const sourceFile = program.getSourceFile(fileName);
  if (sourceFile === undefined) throw new Error(`There is no file ${fileName} to compile.`);
  const refused = refuseSource(sourceFile.text);
  if (refused !== undefined) return { runnable: false, diagnostics: [refused] };
  return withoutOverflow(() => {
    const syntax = program.getSyntacticDiagnostics(sourceFile);
    if (syntax.length === 0) {
      return isNestedTooDeeply(typescript, sourceFile)
        ? tooDeep
        : compileParsed(typescript, program, sourceFile);
    }
    const found = syntax.map((one) => fromTypeScript(typescript, sourceFile, one));
    return { runnable: false, diagnostics: tidyDiagnostics(found) };
  });
}

/** Like `compileProgram`, and also right where a source overflows the parser itself. */
export function compileService(
  typescript: typeof ts,
  service: ts.LanguageService,
  fileName: string,
): Compilation {
  return withoutOverflow(() => {
    const program = service.getProgram();
    if (program === undefined) throw new Error('The language service has no program.');
    return compileProgram(typescript, program, fileName);
  });
}

const tooDeep: Compilation = {
  runnable: false,
  diagnostics: [
    {
      line: 1,
      column: 1,
      message: 'The program is nested too deeply to be compiled. Split its longest expression into several.',
      severity: 'error',
    },
  ],
};

/** TypeScript parses, checks and emits by recursion: a source nested thousands deep overflows its stack. */
function withoutOverflow(compile: () => Compilation): Compilation {
  try {
    return compile();
  } catch (error) {
    if (error instanceof RangeError) return tooDeep;
    throw error;
  }
}

function compileParsed(typescript: typeof ts, program: ts.Program, sourceFile: ts.SourceFile): Compilation {
  const checked = checkTypes(typescript, program, sourceFile, typeCheckBudget);
  const { compiled, remainingImports } =
    checked === undefined
      ? emitUnchecked(typescript, sourceFile, program.getCompilerOptions())
      : emitChecked(typescript, program, sourceFile);
  const imports = checkImports(typescript, sourceFile, remainingImports);
  const types =
    checked === undefined
      ? [uncheckedTypes]
      : checked
          .filter(({ start }) => start === undefined || !imports.covers(start))
          .map((one) => fromTypeScript(typescript, sourceFile, one));
  const { missing, mismatched } = checkContract(typescript, program, sourceFile);
  const diagnostics = tidyDiagnostics([
    ...imports.diagnostics,
    ...types,
    ...unsaid(checked === undefined ? [] : checkBuiltIns(typescript, program, sourceFile), types),
    ...missing,
    ...unsaid(mismatched, types),
  ]);
  return imports.blocking ? { runnable: false, diagnostics } : { runnable: true, compiled, diagnostics };
}

const uncheckedTypes: Diagnostic = {
  line: 1,
  column: 1,
  message: `The types were not checked: that took more than ${typeCheckBudget / 1_000} seconds.`,
  severity: 'warning',
};

/** Findings on lines about which TypeScript says nothing: with `implements ServerResource` it says most of it too. */
function unsaid(contract: readonly Diagnostic[], types: readonly Diagnostic[]): readonly Diagnostic[] {
  const lines = new Set(types.map(({ line }) => line));
  return contract.filter(({ line }) => !lines.has(line));
}
