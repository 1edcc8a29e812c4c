/** Finds the figures that a page's author typed by hand: digits in what a reader reads, and not in code or in an expression. */

import { stripTypeScriptTypes } from 'node:module';

import { parse } from 'acorn';
import { simple } from 'acorn-walk';
import { mdxToMdast } from 'satteri';

/** Attributes of components that name or point to something, and are not read as prose. */
const naming: ReadonlySet<string> = new Set([
  ...['of', 'scenario', 'name', 'code', 'to', 'className', 'label', 'slug', 'href', 'id', 'keep', 'check'],
]);
/** Fields of the front matter that a reader reads. */
const readFields = /^(?:title|description|bridge):|^ {2}- /;

const month = '(?:January|February|March|April|May|June|July|August|September|October|November|December)';
/** What is written with digits and is no figure. */
const names: readonly RegExp[] = [
  new RegExp(String.raw`(?:\d{1,2} )?${month}(?: \d{4})?`, 'g'),
  /\b(?:19|20)\d\d\b/g,
  // Versions, such as 0.4.2, v1.0.0 and 1.0.x.
  /\bv?\d+(?:\.\d+)*\.(?:\d+\.[\dx]+|x)(?:[.\w]*\w)?/g,
  // Chapters, questions of the checklist, points of the article, issues.
  /\b(?:chapters?|questions?|lessons?|points?) \d+[a-c]?(?:(?:, | and | to |–)\d+[a-c]?)*/gi,
  /#\d+/g,
  // What is numbered, such as transaction 4 and snapshots 1 and 2.
  /\b(?:transactions?|resources?|snapshots?|steps?) \d+(?:,\d{3})*(?:(?:, | and | to )\d+)*/gi,
  // Names that hold digits, such as C++17, ECMA-262, SessionResource(2) and worker-1/1.
  /[\p{L}+_][-(]?\d+(?:[-./]?\w+)*/gu,
  // Addresses, commits, and words such as 64-bit.
  /https?:\S+|@[0-9a-f]+/g,
  /\b\d+-bit\b/g,
];

const figure = /\d+(?:[,.:/]\d+)*(?:\s?(?:%|[KMGT]i?B\b|[kmgn]?[bs]\b))?/g;

/** A figure, and the words about it. */
export interface TypedFigure {
  readonly figure: string;
  readonly about: string;
}

/** A node of the page's tree, as far as it is read here. */
interface PageNode {
  readonly type: string;
  readonly value?: unknown;
  readonly name?: unknown;
  readonly attributes?: readonly PageNode[];
  readonly children?: readonly PageNode[];
}

/** The literal words of a script: its strings, and its templates without what they insert. */
function literals(script: string): readonly string[] {
  const texts: string[] = [];
  simple(parse(script, { ecmaVersion: 'latest', sourceType: 'module' }), {
    Literal: ({ value }) => {
      if (typeof value === 'string') texts.push(value);
    },
    TemplateElement: ({ value }) => {
      texts.push(value.cooked ?? value.raw);
    },
  });
  return texts;
}

const ofExpression = (expression: string): readonly string[] => literals(`(${expression})`);

function ofAttribute({ name, value }: PageNode): readonly string[] {
  if (typeof name === 'string' && naming.has(name)) return [];
  if (typeof value === 'string') return [value];
  return typeof value === 'object' && value !== null && 'value' in value && typeof value.value === 'string'
    ? ofExpression(value.value)
    : [];
}

/** The pieces of a page that are read as prose, in their order. */
function prose(node: PageNode): readonly string[] {
  const value = typeof node.value === 'string' ? node.value : '';
  if (node.type === 'yaml') return value.split('\n').filter((line) => readFields.test(line));
  if (node.type === 'text') return [value.replaceAll(/\s+/g, ' ')];
  if (node.type === 'mdxTextExpression' || node.type === 'mdxFlowExpression')
    return value.startsWith('/*') ? [] : ofExpression(value);
  return [...(node.attributes ?? []).flatMap(ofAttribute), ...(node.children ?? []).flatMap(prose)];
}

function figuresIn(pieces: readonly string[]): readonly TypedFigure[] {
  return pieces.flatMap((piece) => {
    const bare = names.reduce(
      (text, name) => text.replaceAll(name, (found) => ' '.repeat(found.length)),
      piece,
    );
    return [...bare.matchAll(figure)].map((match) => ({
      figure: match[0],
      about: piece.slice(Math.max(0, match.index - 40), match.index + match[0].length + 40),
    }));
  });
}

/** The figures typed into a page of MDX; dates, versions, chapters and names with digits are none. */
export function typedFigures(mdx: string): readonly TypedFigure[] {
  return figuresIn(prose(mdxToMdast(mdx) as PageNode));
}

/** The figures typed into a module of TypeScript that holds words. */
export function figuresOfWords(module: string): readonly TypedFigure[] {
  return figuresIn(
    literals(stripTypeScriptTypes(module)).filter((text) => !/^[#.]?[\w@.-]*\/[\w./-]+$/.test(text)),
  );
}
