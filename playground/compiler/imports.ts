/** Checks what a program brings in: types from the contract's module, what the platform has, and nothing else. */

import type ts from 'typescript-program';
import type { Diagnostic } from '../record.ts';
import { importedModule, platformImports } from './platform-modules.ts';
import type { DiagnosticDetail } from './diagnostic-detail.ts';
import { errorAt } from './editor-lines.ts';
import { contractModule } from './options.ts';

/** What is wrong with a program's imports. */
export interface ImportFindings {
  readonly diagnostics: readonly Diagnostic[];
  /** Whether emitted code would ask for a module that is not there, so that it cannot run. */
  readonly blocking: boolean;
  /** Where one of the findings says better what TypeScript says. */
  readonly covered: readonly Span[];
}

/** From one offset of the source up to, but not including, another. */
export interface Span {
  readonly pos: number;
  readonly end: number;
}

/** `remaining`: offsets of the imports and re-exports that the emit could not drop as mere types. */
export function checkImports(
  typescript: typeof ts,
  sourceFile: ts.SourceFile,
  remaining: ReadonlySet<number>,
): ImportFindings {
  const dynamic = findDynamicImports(typescript, sourceFile);
  const absent = sourceFile.statements.filter(
    (statement) => remaining.has(statement.pos) && !isProvided(typescript, statement),
  );
  const wrong = [
    ...sourceFile.statements.flatMap((statement) => {
      const what = judge(typescript, statement, remaining.has(statement.pos));
      return what === undefined ? [] : [{ node: statement, what }];
    }),
    ...dynamic.map((node) => ({ node, what: { type: 'dynamic import' } as const })),
  ];
  const references = [
    ...sourceFile.referencedFiles,
    ...sourceFile.libReferenceDirectives,
    ...sourceFile.typeReferenceDirectives,
  ];
  return {
    diagnostics: [
      ...wrong.map(({ node, what }) => errorAt(sourceFile, node.getStart(sourceFile), what)),
      ...references.map(({ pos }) => errorAt(sourceFile, pos, { type: 'other file' })),
    ],
    blocking: dynamic.length > 0 || absent.length > 0,
    covered: [...wrong.map(({ node }) => node), ...references].map(({ pos, end }) => ({ pos, end })),
  };
}

function judge(
  typescript: typeof ts,
  statement: ts.Statement,
  remains: boolean,
): DiagnosticDetail | undefined {
  const module = moduleOf(typescript, statement);
  if (module === undefined || isProvided(typescript, statement)) return undefined;
  if (module !== contractModule) {
    const modules = Object.keys(platformImports).map((name) => `node:${name}`);
    return { type: 'no module', module, types: contractModule, modules };
  }
  return remains ? { type: 'only types', module } : undefined;
}

/** An import or re-export, not in the form of CommonJS, of a module that the machine has. */
function isProvided(typescript: typeof ts, statement: ts.Statement): boolean {
  if (typescript.isImportEqualsDeclaration(statement)) return false;
  const module = moduleOf(typescript, statement);
  return module !== undefined && importedModule(module) !== undefined;
}

/** The name of the module that a statement imports from or re-exports from. */
function moduleOf(typescript: typeof ts, statement: ts.Statement): string | undefined {
  if (typescript.isImportDeclaration(statement) || typescript.isExportDeclaration(statement)) {
    const { moduleSpecifier } = statement;
    return moduleSpecifier && typescript.isStringLiteral(moduleSpecifier) ? moduleSpecifier.text : undefined;
  }
  if (!typescript.isImportEqualsDeclaration(statement)) return undefined;
  const { moduleReference } = statement;
  if (!typescript.isExternalModuleReference(moduleReference)) return undefined;
  const { expression } = moduleReference;
  return typescript.isStringLiteral(expression) ? expression.text : undefined;
}

function findDynamicImports(typescript: typeof ts, sourceFile: ts.SourceFile): readonly ts.Node[] {
  const found: ts.Node[] = [];
  const visit = (node: ts.Node): void => {
    const calls = typescript.isCallExpression(node);
    if (calls && node.expression.kind === typescript.SyntaxKind.ImportKeyword) found.push(node);
    typescript.forEachChild(node, visit);
  };
  visit(sourceFile);
  return found;
}
