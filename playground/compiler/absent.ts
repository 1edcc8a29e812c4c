/** Tells of what a program cannot do here, and could elsewhere, why it is so: where TypeScript would only say that it is wrong, or nothing. */

import type ts from 'typescript-program';
import type { Diagnostic } from '../record.ts';
import type { DiagnosticDetail } from './diagnostic-detail.ts';
import { errorAt } from './editor-lines.ts';

const absent = ['Intl', 'Atomics', 'require'] as const;
const callToLocale = /\.(?:toLocale\w+|localeCompare)\s*\([^;{}]*$/;

/** What TypeScript says about an offset of the source, or what says more. */
export function sayWhatIsAbsent(text: string, source: string, offset: number): DiagnosticDetail {
  const [, named = ''] = /^Cannot find (?:name|namespace) '(\w+)'\./.exec(text) ?? [];
  const name = absent.find((each) => each === named);
  if (name !== undefined) return { type: 'absent', name };
  const isArgument = /^Expected \d+ arguments?, but got \d+\.$/.test(text);
  const before = source.slice(Math.max(0, offset - 200), offset);
  const isOfLocales = isArgument && callToLocale.test(before);
  return { type: 'typescript', text, ...(isOfLocales ? { note: 'no locales' } : {}) };
}

/** Assignments to members of built-ins, which are frozen here, so that each would throw. */
export function checkBuiltIns(
  typescript: typeof ts,
  program: ts.Program,
  sourceFile: ts.SourceFile,
): readonly Diagnostic[] {
  const checker = program.getTypeChecker();
  const found: Diagnostic[] = [];
  const isMember = (node: ts.Node): node is ts.PropertyAccessExpression | ts.ElementAccessExpression =>
    typescript.isPropertyAccessExpression(node) || typescript.isElementAccessExpression(node);
  /** `Array.prototype`, `Map`, `console`: a global that the program has not declared, or its prototype. */
  const isBuiltIn = (node: ts.Expression): boolean => {
    if (typescript.isPropertyAccessExpression(node) && node.name.text === 'prototype') {
      return typescript.isIdentifier(node.expression) && isBuiltIn(node.expression);
    }
    if (!typescript.isIdentifier(node) || node.text === 'globalThis') return false;
    const declarations = checker.getSymbolAtLocation(node)?.declarations ?? [];
    return (
      declarations.some((each) => each.getSourceFile() !== sourceFile) &&
      declarations.some(
        (each) => typescript.isSourceFile(each.parent) || typescript.isVariableDeclarationList(each.parent),
      )
    );
  };
  const visit = (node: ts.Node): void => {
    if (
      typescript.isBinaryExpression(node) &&
      isAssignment(typescript, node.operatorToken) &&
      isMember(node.left) &&
      isBuiltIn(node.left.expression) &&
      node.left.getText(sourceFile) !== 'Error.stackTraceLimit'
    ) {
      const member = node.left.getText(sourceFile);
      found.push(errorAt(sourceFile, node.left.getStart(sourceFile), { type: 'read-only', member }));
    }
    typescript.forEachChild(node, visit);
  };
  visit(sourceFile);
  return found;
}

function isAssignment(typescript: typeof ts, { kind }: ts.Node): boolean {
  const { FirstAssignment, LastAssignment } = typescript.SyntaxKind;
  return kind >= FirstAssignment && kind <= LastAssignment;
}
