/** Finds every class that a reader wrote, and gives it a number, a place and a name for display. */

import type ts from 'typescript-program';
import type { ClassSite } from '../record.ts';
import { placeOf } from './editor-lines.ts';

/** The classes of a source in order of appearance. */
export interface ClassSites {
  readonly sites: readonly ClassSite[];
  /** Site number by the class's node in the reader's source. */
  readonly numbers: ReadonlyMap<ts.Node, number>;
}

const longestName = 80;

/** Walks a source, outer classes before inner ones. Classes that are only declared (`declare`) have no site. */
export function findClassSites(typescript: typeof ts, sourceFile: ts.SourceFile): ClassSites {
  const sites: ClassSite[] = [];
  const numbers = new Map<ts.Node, number>();
  const taken = new Set<string>();
  const visit = (node: ts.Node): void => {
    if (isAmbient(typescript, node)) return;
    if (typescript.isClassLike(node)) {
      numbers.set(node, sites.length);
      sites.push(siteOf(typescript, sourceFile, node, taken));
    }
    typescript.forEachChild(node, visit);
  };
  typescript.forEachChild(sourceFile, visit);
  return { sites, numbers };
}

function isAmbient(typescript: typeof ts, node: ts.Node): boolean {
  return (
    typescript.canHaveModifiers(node) &&
    (typescript.getModifiers(node) ?? []).some(({ kind }) => kind === typescript.SyntaxKind.DeclareKeyword)
  );
}

function siteOf(
  typescript: typeof ts,
  sourceFile: ts.SourceFile,
  node: ts.ClassLikeDeclaration,
  taken: Set<string>,
): ClassSite {
  const { line, column } = placeOf(sourceFile, (node.name ?? node).getStart(sourceFile));
  const name = displayable(node.name?.text ?? assignedName(typescript, node) ?? '');
  const candidates =
    name === ''
      ? [`(anonymous, line ${line})`, `(anonymous, line ${line}:${column})`]
      : [name, `${name} (line ${line})`, `${name} (line ${line}:${column})`];
  const free = candidates.find((candidate) => !taken.has(candidate)) ?? `${name} (class ${taken.size + 1})`;
  taken.add(free);
  return { name: free, line, column };
}

/** The name that a class expression gets from where it is put: a variable, a property, a default value. */
function assignedName(typescript: typeof ts, node: ts.ClassLikeDeclaration): string | undefined {
  let value: ts.Node = node;
  while (typescript.isParenthesizedExpression(value.parent) || isTypeWrapper(typescript, value.parent)) {
    value = value.parent;
  }
  const holder = value.parent;
  if (typescript.isBinaryExpression(holder)) {
    return holder.right === value && isAssignment(typescript, holder)
      ? targetName(typescript, holder.left)
      : undefined;
  }
  const named =
    typescript.isVariableDeclaration(holder) ||
    typescript.isPropertyAssignment(holder) ||
    typescript.isPropertyDeclaration(holder) ||
    typescript.isBindingElement(holder) ||
    typescript.isParameter(holder);
  return named && holder.initializer === value ? targetName(typescript, holder.name) : undefined;
}

function isTypeWrapper(typescript: typeof ts, node: ts.Node): boolean {
  return (
    typescript.isAsExpression(node) ||
    typescript.isSatisfiesExpression(node) ||
    typescript.isNonNullExpression(node) ||
    typescript.isTypeAssertionExpression(node)
  );
}

function isAssignment(typescript: typeof ts, { operatorToken }: ts.BinaryExpression): boolean {
  const { kind } = operatorToken;
  return kind >= typescript.SyntaxKind.FirstAssignment && kind <= typescript.SyntaxKind.LastAssignment;
}

function targetName(typescript: typeof ts, target: ts.Node): string | undefined {
  if (typescript.isIdentifier(target) || typescript.isPrivateIdentifier(target)) return target.text;
  if (typescript.isPropertyAccessExpression(target)) return target.name.text;
  if (typescript.isComputedPropertyName(target)) return targetName(typescript, target.expression);
  if (typescript.isElementAccessExpression(target)) return targetName(typescript, target.argumentExpression);
  return typescript.isStringLiteralLike(target) || typescript.isNumericLiteral(target)
    ? target.text
    : undefined;
}

/** What a screen would act on, and lone surrogates, as escapes, so that a name can be printed and sent anywhere; not too long. */
function displayable(name: string): string {
  const shown = name.replace(
    /[\p{Cc}\p{Zl}\p{Zp}\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu,
    (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`,
  );
  const characters = Array.from(shown);
  return characters.length > longestName ? `${characters.slice(0, longestName).join('')}…` : shown;
}
