/** Breaks a right program mechanically, one small mistake at a time, as people make them by accident. */

import ts from 'typescript-program';

/** A program with one mistake in it. */
export interface Mutant {
  /** What was done to which text, alone of its name in the program: `drop releaseLogger(name);`. */
  readonly name: string;
  /** Line of the mistake, from 1. */
  readonly line: number;
  readonly source: string;
}

interface Edit {
  readonly mistake: string;
  readonly node: ts.Node;
  readonly replacement: string;
}

type Mutator = (node: ts.Node, text: (node: ts.Node) => string) => readonly Edit[];

const letsGo = /^#?(?:release|close|delete|dispose|destroy|remove|unregister|unsubscribe|clear|forget|off)/i;
const keepsCount = /^#?(?:add|send|acquire|retain|register|debug|info|log|write|setInterval|setTimeout)$/i;
const logs = /^#?(?:trace|debug|info|warning|error|write|log)$/i;

const mutators: readonly Mutator[] = [
  dropCall,
  dropInDispose,
  mistakeBranch,
  widenKey,
  dropId,
  miscount,
  dropFinally,
];

/** Every mutant of a program by one mistake, without two of the same text. Some may not compile. */
export function mutate(source: string): readonly Mutant[] {
  const file = ts.createSourceFile('program.ts', source, ts.ScriptTarget.ES2022, true);
  const text = (node: ts.Node): string => node.getText(file);
  const mutants = new Map<string, Mutant>();
  const names = new Map<string, number>();
  const add = ({ mistake, node, replacement }: Edit): void => {
    const start = node.getStart(file);
    const broken = source.slice(0, start) + replacement + source.slice(node.end);
    if (broken === source || mutants.has(broken)) return;
    const base = `${mistake} ${text(node).replace(/\s+/g, ' ').slice(0, 60)}`;
    const times = (names.get(base) ?? 0) + 1;
    names.set(base, times);
    const name = times === 1 ? base : `${base} (${times})`;
    const line = file.getLineAndCharacterOfPosition(start).line + 1;
    mutants.set(broken, { name, line, source: broken });
  };
  const visit = (node: ts.Node): void => {
    for (const mutator of mutators) mutator(node, text).forEach(add);
    ts.forEachChild(node, visit);
  };
  visit(file);
  return [...mutants.values()];
}

function calleeOf(node: ts.CallExpression): string {
  const { expression } = node;
  if (ts.isPropertyAccessExpression(expression)) return expression.name.text;
  return ts.isIdentifier(expression) ? expression.text : '';
}

function dropCall(node: ts.Node): readonly Edit[] {
  if (!ts.isExpressionStatement(node) || !ts.isCallExpression(node.expression)) return [];
  const callee = calleeOf(node.expression);
  return letsGo.test(callee) || keepsCount.test(callee) ? [{ mistake: 'drop', node, replacement: '{}' }] : [];
}

function dropInDispose(node: ts.Node, text: (node: ts.Node) => string): readonly Edit[] {
  if (!ts.isMethodDeclaration(node) || text(node.name) !== '[Symbol.dispose]') return [];
  return (node.body?.statements ?? [])
    .filter((statement) => !ts.isVariableStatement(statement))
    .map((statement) => ({ mistake: 'drop', node: statement, replacement: '{}' }));
}

function mistakeBranch(node: ts.Node, text: (node: ts.Node) => string): readonly Edit[] {
  if (!ts.isIfStatement(node)) return [];
  return [{ mistake: 'negate', node: node.expression, replacement: `!(${text(node.expression)})` }];
}

/** A constant name gets the transaction's id, where the constructor or a method of the resource has it at hand. */
function widenKey(node: ts.Node, text: (node: ts.Node) => string): readonly Edit[] {
  if (!ts.isStringLiteral(node) || !ts.isCallExpression(node.parent)) return [];
  if (logs.test(calleeOf(node.parent))) return [];
  const owner = ts.findAncestor(
    node,
    (at) => ts.isConstructorDeclaration(at) || ts.isFunctionDeclaration(at),
  );
  const parameters = owner !== undefined && 'parameters' in owner ? text(owner) : '';
  if (!/\btransaction\b/.test(parameters)) return [];
  return [{ mistake: 'widen', node, replacement: `\`${node.text}(\${transaction})\`` }];
}

function dropId(node: ts.Node, text: (node: ts.Node) => string): readonly Edit[] {
  if (!ts.isTemplateExpression(node)) return [];
  const kept = node.templateSpans.filter((span) => !/transaction|\bid\b/i.test(text(span.expression)));
  if (kept.length === node.templateSpans.length) return [];
  const rest = node.templateSpans
    .map((span) => (kept.includes(span) ? `\${${text(span.expression)}}` : '') + span.literal.text)
    .join('');
  return [{ mistake: 'drop the id of', node, replacement: `\`${node.head.text}${rest}\`` }];
}

const miscounts: Readonly<Record<string, string>> = { '>': '>=', '>=': '>', '<': '<=', '<=': '<' };

function miscount(node: ts.Node, text: (node: ts.Node) => string): readonly Edit[] {
  if (ts.isPrefixUnaryExpression(node) || ts.isPostfixUnaryExpression(node)) {
    if (node.operator !== ts.SyntaxKind.PlusPlusToken && node.operator !== ts.SyntaxKind.MinusMinusToken)
      return [];
    const swapped = text(node).replace(/\+\+|--/, (sign) => (sign === '++' ? '--' : '++'));
    return [
      { mistake: 'count the other way', node, replacement: swapped },
      { mistake: 'do not count', node, replacement: text(node.operand) },
    ];
  }
  if (!ts.isBinaryExpression(node)) return [];
  const replacement = miscounts[text(node.operatorToken)];
  return replacement === undefined
    ? []
    : [{ mistake: 'shift', node, replacement: shifted(node, text, replacement) }];
}

function shifted(node: ts.BinaryExpression, text: (node: ts.Node) => string, sign: string): string {
  return `${text(node.left)} ${sign} ${text(node.right)}`;
}

function dropFinally(node: ts.Node): readonly Edit[] {
  if (!ts.isTryStatement(node) || node.finallyBlock === undefined) return [];
  return [{ mistake: 'empty', node: node.finallyBlock, replacement: '{}' }];
}
