/** Checks a program's exports against the `Program` of the contract, and tells what is missing. */

import type ts from 'typescript-program';
import type { Diagnostic } from '../record.ts';
import type { DiagnosticDetail } from './diagnostic-detail.ts';
import { errorAt } from './editor-lines.ts';
import { contractModule } from './options.ts';

interface Context {
  readonly typescript: typeof ts;
  readonly checker: ts.TypeChecker;
  readonly sourceFile: ts.SourceFile;
}

/** Where a program falls short of the contract. */
export interface ContractFindings {
  readonly missing: readonly Diagnostic[];
  /** Exports that are there and do not fit. */
  readonly mismatched: readonly Diagnostic[];
}

/** Looks at each export that the contract asks for. Throws when the contract is not among the program's files. */
export function checkContract(
  typescript: typeof ts,
  program: ts.Program,
  sourceFile: ts.SourceFile,
): ContractFindings {
  const context = { typescript, checker: program.getTypeChecker(), sourceFile };
  const findings = askedExports(context).map((asked) => checkExport(context, asked));
  return {
    missing: findings.flatMap(({ missing }) => missing),
    mismatched: findings.flatMap(({ mismatched }) => mismatched),
  };
}

function askedExports({ typescript, checker, sourceFile }: Context): readonly ts.Symbol[] {
  const contract = checker.getAmbientModules().find(({ name }) => name === `"${contractModule}"`);
  const program = contract && checker.tryGetMemberInModuleExports('Program', contract);
  if (program === undefined || !(program.flags & typescript.SymbolFlags.Interface)) {
    throw new Error(
      `The contract (module '${contractModule}' with its Program) is not among the files of ${sourceFile.fileName}.`,
    );
  }
  return checker.getDeclaredTypeOfSymbol(program).getProperties();
}

function checkExport(context: Context, asked: ts.Symbol): ContractFindings {
  const { typescript, checker, sourceFile } = context;
  const module = checker.getSymbolAtLocation(sourceFile);
  const exports = module === undefined ? [] : checker.getExportsOfModule(module);
  const exported = exports.find(({ escapedName }) => escapedName === asked.escapedName);
  const found = exported && resolveAlias(context, exported);
  if (found === undefined || !(found.flags & typescript.SymbolFlags.Value)) {
    const isOptional = (asked.flags & typescript.SymbolFlags.Optional) !== 0;
    return { missing: isOptional ? [] : [missingExport(context, asked, exported)], mismatched: [] };
  }
  const expected = checker.getNonNullableType(checker.getTypeOfSymbol(asked));
  const actual = checker.getTypeOfSymbolAtLocation(found, sourceFile);
  if (checker.isTypeAssignableTo(actual, expected)) return { missing: [], mismatched: [] };
  const mismatched = explainMismatch(context, found, actual, expected).map(({ symbol, what }) =>
    errorAt(sourceFile, placeOf(context, symbol, found), what),
  );
  return { missing: [], mismatched };
}

function resolveAlias({ typescript, checker }: Context, symbol: ts.Symbol): ts.Symbol {
  return symbol.flags & typescript.SymbolFlags.Alias ? checker.getAliasedSymbol(symbol) : symbol;
}

function missingExport(context: Context, asked: ts.Symbol, exported: ts.Symbol | undefined): Diagnostic {
  const { checker, sourceFile } = context;
  const { name } = asked;
  const kind = checker.getTypeOfSymbol(asked).getConstructSignatures().length > 0 ? 'class' : 'const';
  if (exported !== undefined) {
    return errorAt(sourceFile, placeOf(context, exported, exported), { type: 'type only', kind, name });
  }
  const local = localDeclaration(context, name);
  if (local === undefined) return errorAt(sourceFile, 0, { type: 'no export', kind, name });
  const type = local.isDefault ? 'default export' : 'not exported';
  return errorAt(sourceFile, local.name.getStart(sourceFile), { type, kind, name });
}

interface LocalDeclaration {
  readonly name: ts.Node;
  readonly isDefault: boolean;
}

/** A class, function or variable at the top of the program that only lacks its export. */
function localDeclaration({ typescript, sourceFile }: Context, name: string): LocalDeclaration | undefined {
  for (const statement of sourceFile.statements) {
    const declarations = typescript.isVariableStatement(statement)
      ? statement.declarationList.declarations
      : typescript.isClassDeclaration(statement) || typescript.isFunctionDeclaration(statement)
        ? [statement]
        : [];
    const found = declarations.find((declaration) => declaration.name?.getText(sourceFile) === name);
    if (found?.name === undefined) continue;
    const isDefault = (typescript.getCombinedModifierFlags(found) & typescript.ModifierFlags.Default) !== 0;
    return { name: found.name, isDefault };
  }
  return undefined;
}

interface Mismatch {
  /** What it is about. */
  readonly symbol: ts.Symbol;
  readonly what: DiagnosticDetail;
}

function explainMismatch(
  context: Context,
  found: ts.Symbol,
  actual: ts.Type,
  expected: ts.Type,
): readonly Mismatch[] {
  const { typescript, checker } = context;
  const show = (type: ts.Type): string => checker.typeToString(type, context.sourceFile);
  const { name } = found;
  const fallback = [
    { symbol: found, what: { type: 'wrong export', name, given: show(actual), asked: show(expected) } },
  ] as const;
  const [asked] = expected.getConstructSignatures();
  if (asked === undefined) return fallback;
  const [given] = actual.getConstructSignatures();
  if (given === undefined) return [{ symbol: found, what: { type: 'no class', name } }];
  const declaration = found.valueDeclaration;
  if (declaration && typescript.getCombinedModifierFlags(declaration) & typescript.ModifierFlags.Abstract) {
    return [{ symbol: found, what: { type: 'abstract class', name } }];
  }
  const members = explainMembers(context, found, given.getReturnType(), asked.getReturnType());
  if (members.length > 0) return members;
  const [mine, theirs] = [parametersOf(context, given), parametersOf(context, asked)];
  if (mine === theirs) return fallback;
  return [{ symbol: found, what: { type: 'wrong constructor', name, given: mine, asked: theirs } }];
}

/** What the server would call on an instance and does not find, or finds different. */
function explainMembers(
  context: Context,
  found: ts.Symbol,
  actual: ts.Type,
  expected: ts.Type,
): readonly Mismatch[] {
  const { checker, sourceFile } = context;
  return expected.getProperties().flatMap((asked): readonly Mismatch[] => {
    const member = checker.symbolToString(asked);
    const wanted = checker.getTypeOfSymbol(asked);
    const show = (type: ts.Type): string => checker.typeToString(type, sourceFile);
    const own = actual.getProperties().find(({ escapedName }) => escapedName === asked.escapedName);
    if (own === undefined) {
      const { name } = found;
      return [{ symbol: found, what: { type: 'no member', name, member, asked: show(wanted) } }];
    }
    if (isHidden(context, own)) return [{ symbol: own, what: { type: 'hidden member', member } }];
    const type = checker.getTypeOfSymbolAtLocation(own, sourceFile);
    if (checker.isTypeAssignableTo(type, wanted)) return [];
    return [{ symbol: own, what: { type: 'wrong member', member, given: show(type), asked: show(wanted) } }];
  });
}

function isHidden({ typescript }: Context, { declarations }: ts.Symbol): boolean {
  const hidden = typescript.ModifierFlags.Private | typescript.ModifierFlags.Protected;
  return (declarations ?? []).some((one) => typescript.getCombinedModifierFlags(one) & hidden);
}

function parametersOf({ checker, sourceFile }: Context, signature: ts.Signature): string {
  const shown = signature.getParameters().map((parameter) => {
    const type = checker.getTypeOfSymbolAtLocation(parameter, sourceFile);
    return `${parameter.name}: ${checker.typeToString(type, sourceFile)}`;
  });
  return `(${shown.join(', ')})`;
}

/** Where in the source a symbol has its name; what it inherits from elsewhere is shown at the export. */
function placeOf({ typescript, sourceFile }: Context, symbol: ts.Symbol, otherwise: ts.Symbol): number {
  for (const { declarations } of [symbol, otherwise]) {
    const here = declarations?.find((declaration) => declaration.getSourceFile() === sourceFile);
    if (here !== undefined) return (typescript.getNameOfDeclaration(here) ?? here).getStart(sourceFile);
  }
  return 0;
}
