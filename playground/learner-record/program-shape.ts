/** Tells whether two programs are one and the same but for their names: what a copy of a solution is, however it was dressed. */

import { parse, type Node } from 'acorn';
import { textMark } from './text-mark.ts';

/**
 * A mark of compiled code that is equal for programs which differ only in names, white space, comments, types, texts,
 * braces around one statement, `const` and `let`, and in the order of what stands in a module or a class.
 */
export function programShape(code: string): string {
  return textMark(shapeOf(parsed(code)));
}

/** Code that is emitted and is no JavaScript, as TypeScript gives for some mistakes, is like no other. */
function parsed(code: string): unknown {
  try {
    return parse(code, { ecmaVersion: 'latest', sourceType: 'module' });
  } catch {
    return code;
  }
}

/** Where a node stands, and how it is spelt, is no part of its shape. */
const spelling: ReadonlySet<string> = new Set(['type', 'start', 'end', 'name', 'raw', 'shorthand', 'kind']);
/** Nodes whose parts may stand in any order. */
const unordered: ReadonlySet<string> = new Set(['Program', 'ClassBody']);

function shapeOf(value: unknown): string {
  if (Array.isArray(value)) return `[${value.map(shapeOf).join()}]`;
  if (!isNode(value)) return String(value);
  if (isOfCensus(value)) return 'census';
  const fields = Object.entries(value);
  switch (value.type) {
    case 'Literal':
      return typeof fieldOf(value, 'value') === 'string' ? 'text' : String(fieldOf(value, 'raw'));
    case 'TemplateElement':
      return 'text';
    case 'BlockStatement': {
      const body = fieldOf(value, 'body');
      if (Array.isArray(body) && body.length === 1) return shapeOf(body[0]);
    }
  }
  const parts = fields.flatMap(([name, part]) =>
    spelling.has(name) ? [] : `${name}:${partShape(value, part)}`,
  );
  return `${value.type}{${parts.join()}}`;
}

function partShape({ type }: Node, part: unknown): string {
  return unordered.has(type) && Array.isArray(part) ? part.map(shapeOf).sort().join() : shapeOf(part);
}

/** What the compiler has added to announce classes, by number, to the census. */
function isOfCensus(node: Node): boolean {
  if (node.type !== 'CallExpression') return false;
  const name = fieldOf(fieldOf(node, 'callee'), 'name');
  return typeof name === 'string' && /^__(?:define|track)/.test(name);
}

function isNode(value: unknown): value is Node {
  return typeof fieldOf(value, 'type') === 'string';
}

function fieldOf(value: unknown, name: string): unknown {
  return typeof value === 'object' && value !== null ? (value as Record<string, unknown>)[name] : undefined;
}
