/** Compiles a program: TypeScript to an instrumented ES module, with findings. The same in Node and in the page's worker. */

import type ts from 'typescript-program';
import type { CompiledProgram, Diagnostic } from '../record.ts';
import { checkBuiltIns } from './absent.ts';
import { atLine, breakdownOf, breakingLine, isOverflow } from './breakdown.ts';
import { checkContract } from './contract.ts';
import type { Unchecked } from './diagnostic-detail.ts';
import { fromTypeScript, normalizeDiagnostics } from './diagnostics.ts';
import { emitAlone, parseAlone, type LoneProgram } from './emit.ts';
import { checkImports, type Span } from './imports.ts';
import { deepestBracket, measureNesting, tooDeep } from './nesting.ts';
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

/** The first half of a compilation: what runs, and all that can be said without a look at types. Can be sent by message. */
export interface Emission {
  readonly compilation: Compilation;
  /** Where the check of types has nothing to add. Absent where the source cannot be read, and so not be checked. */
  readonly covered?: readonly Span[];
  /** Set where TypeScript broke off, so that its one finding says less than the grammar's own, if it has any. */
  readonly isBroken?: true;
}

/**
 * Emits a source, in time that does not depend on its types. Whatever the reader wrote, and if TypeScript throws, the
 * answer is a value.
 */
export function emitSource(typescript: typeof ts, source: string): Emission {
  const refused = refuseSource(source);
  if (refused !== undefined) return { compilation: notRunnable([refused]) };
  let parsed: LoneProgram;
  try {
    parsed = parseAlone(typescript, source);
  } catch (error) {
    return { compilation: notRunnable([unparsed(typescript, source, error)]) };
  }
  const { program, sourceFile } = parsed;
  const syntax = program.getSyntacticDiagnostics(sourceFile);
  if (syntax.length > 0) {
    const found = syntax.map((one) => fromTypeScript(typescript, sourceFile, one));
    return { compilation: notRunnable(normalizeDiagnostics(found)) };
  }
  const nesting = measureNesting(typescript, sourceFile);
  if (nesting.isTooDeep) return { compilation: notRunnable([tooDeep(nesting.place)]) };
  try {
    return emitParsed(typescript, parsed);
  } catch (error) {
    if (isOverflow(error)) return { compilation: notRunnable([tooDeep(nesting.place)]) };
    return {
      compilation: notRunnable([unemitted(typescript, source, error)]),
      covered: [],
      isBroken: true,
    };
  }
}

function emitParsed(typescript: typeof ts, parsed: LoneProgram): Emission {
  const { compiled, remainingImports } = emitAlone(typescript, parsed);
  const imports = checkImports(typescript, parsed.sourceFile, remainingImports);
  const diagnostics = normalizeDiagnostics(imports.diagnostics);
  const compilation = imports.blocking
    ? notRunnable(diagnostics)
    : ({ runnable: true, compiled, diagnostics } as const);
  return { compilation, covered: imports.covered };
}

function notRunnable(diagnostics: readonly Diagnostic[]): Compilation {
  return { runnable: false, diagnostics };
}

function unparsed(typescript: typeof ts, source: string, error: unknown): Diagnostic {
  const bracket = isOverflow(error) ? deepestBracket(source) : undefined;
  if (bracket !== undefined) return tooDeep(bracket);
  const line = breakingLine(source, (beginning) => void parseAlone(typescript, beginning));
  return isOverflow(error) ? tooDeep({ line, column: 1 }) : cannotCompile(source, line, error);
}

function unemitted(typescript: typeof ts, source: string, error: unknown): Diagnostic {
  const line = breakingLine(
    source,
    (beginning) => void emitAlone(typescript, parseAlone(typescript, beginning)),
  );
  return cannotCompile(source, line, error);
}

function cannotCompile(source: string, line: number, error: unknown): Diagnostic {
  return atLine(source, line, { type: 'breaks off', breakdown: breakdownOf(error) }, 'error');
}

/**
 * The findings of a compilation, types and contract included. Among the files of `program`, whose options must be
 * `compilerOptions`, must be the contract and the environment. May take for ever; if TypeScript throws, so does this.
 */
export function checkProgram(
  typescript: typeof ts,
  program: ts.Program,
  fileName: string,
  { compilation, covered = [], isBroken }: Emission,
): readonly Diagnostic[] {
  const sourceFile = program.getSourceFile(fileName);
  if (sourceFile === undefined) throw new Error(`There is no file ${fileName} to check.`);
  const found = program
    .getSemanticDiagnostics(sourceFile)
    .filter(({ start = -1 }) => !covered.some(({ pos, end }) => pos <= start && start < end));
  const types = found.map((one) => fromTypeScript(typescript, sourceFile, one));
  const isExplained = isBroken === true && found.some(({ code }) => code < firstOfTypes);
  const { missing, mismatched } = checkContract(typescript, program, sourceFile);
  return normalizeDiagnostics([
    ...(isExplained ? [] : compilation.diagnostics),
    ...types,
    ...notAlreadyReported(checkBuiltIns(typescript, program, sourceFile), types),
    ...missing,
    ...notAlreadyReported(mismatched, types),
  ]);
}

/** TypeScript numbers its findings about grammar from 1,000 on, those about types from here on. */
const firstOfTypes = 2_000;

/** The findings of a compilation whose types nobody has checked, and why. */
export function uncheckedFindings(
  { compilation }: Emission,
  why: Unchecked,
  line = 1,
): readonly Diagnostic[] {
  const what = { type: 'unchecked', why } as const;
  return normalizeDiagnostics([...compilation.diagnostics, { line, column: 1, what, severity: 'warning' }]);
}

/** Findings on lines about which TypeScript says nothing: with `implements ServerResource` it says most of it too. */
function notAlreadyReported(
  contract: readonly Diagnostic[],
  types: readonly Diagnostic[],
): readonly Diagnostic[] {
  const lines = new Set(types.map(({ line }) => line));
  return contract.filter(({ line }) => !lines.has(line));
}
