/** Says of what a program cannot do here, and could elsewhere, why it is so: where TypeScript would only say that it is wrong, or nothing. */

import type ts from 'typescript-program';
import type { Diagnostic } from '../protocol.ts';
import { errorAt } from './editor-lines.ts';

const sentences: Readonly<Record<string, string>> = {
  Intl: 'Intl is not here: this machine knows no locales. Write numbers and dates without them.',
  Atomics: 'Atomics is not here: nothing in this machine runs beside the program.',
  require: 'require is not here: a program is an ES module. Write `import … from` at its top.',
};
const noLocales = 'Locales and their options are not here, since this machine has no Intl.';
const callToLocale = /\.(?:toLocale\w+|localeCompare)\s*\([^;{}]*$/;

/** TypeScript's message about an offset of the source, or a sentence that says more. */
export function sayWhatIsAbsent(message: string, source: string, offset: number): string {
  const [, name = ''] = /^Cannot find (?:name|namespace) '(\w+)'\./.exec(message) ?? [];
  if (Object.hasOwn(sentences, name)) return sentences[name] ?? message;
  const isArgument = /^Expected \d+ arguments?, but got \d+\.$/.test(message);
  const before = source.slice(Math.max(0, offset - 200), offset);
  return isArgument && callToLocale.test(before) ? `${message} ${noLocales}` : message;
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
      const message = `Built-ins are read-only here, since the machine itself relies on them: ${node.left.getText(sourceFile)} cannot be set.`;
      found.push(errorAt(sourceFile, node.left.getStart(sourceFile), message));
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
