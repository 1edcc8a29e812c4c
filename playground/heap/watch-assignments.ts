/** Rewrites a compiled program so that assignments to certain keys, and their removal, are noted; it does the same otherwise. */

import {
  parse,
  type AnyNode,
  type AssignmentExpression,
  type MemberExpression,
  type Node,
  type ObjectExpression,
  type Position,
} from 'acorn';
import { simple } from 'acorn-walk';
import { watchModule } from '../host/open-machine.ts';

/** Keys of which it is asked who stores by them and who removes. */
export interface WatchedKeys {
  /** Names of properties. */
  readonly names: ReadonlySet<string>;
  /** Whether keys that a program computes are asked about, and an array's length. */
  readonly computed: boolean;
}

/** What the machine's module exports, by what is noted with it. */
const noters = {
  put: 'putAt',
  putUnless: 'putUnlessAt',
  drop: 'dropAt',
  made: 'madeWith',
} as const;

type Noter = keyof typeof noters;

/** Text in the place of another; what is put in at one place stands in the order closing, instead, opening. */
interface Edit {
  readonly from: number;
  readonly to: number;
  readonly text: string;
  readonly order: 0 | 1 | 2;
}

/** Keeps all lines: a place in the result is on the line on which it was. `code` must be what the compiler emitted. */
export function watchAssignments(code: string, keys: WatchedKeys): string {
  const program = parse(code, {
    ecmaVersion: 'latest',
    sourceType: 'module',
    locations: true,
    preserveParens: true,
  });
  const rewriter = new Rewriter(code, keys);
  simple(program, {
    AssignmentExpression: (node) => rewriter.assignment(node),
    UnaryExpression: ({ operator, argument, start, end }) => {
      if (operator === 'delete' && argument.type === 'MemberExpression')
        rewriter.removal(argument, start, end);
    },
    ObjectExpression: (node) => rewriter.literal(node),
  });
  return rewriter.result();
}

class Rewriter {
  readonly #code: string;
  readonly #keys: WatchedKeys;
  readonly #edits: Edit[] = [];
  readonly #used = new Set<Noter>();
  readonly #prefix: string;

  constructor(code: string, keys: WatchedKeys) {
    this.#code = code;
    this.#keys = keys;
    let prefix = '__';
    while (code.includes(prefix + noters.put)) prefix += '_';
    this.#prefix = prefix;
  }

  /** `o.k = v`, `o[k] = v`, `o.k ??= v`. */
  assignment({ left, operator, right, start, end, loc }: AssignmentExpression): void {
    if (left.type !== 'MemberExpression' || !this.#isWatched(left)) return;
    const name = keyName(left);
    const site = siteOf(name === 'length' ? 'length =' : '=', loc?.start, name);
    const isPlain = operator === '=';
    if (!isPlain && (!['??=', '||='].includes(operator) || suspends(right))) return;
    this.#open(start, isPlain ? 'put' : 'putUnless');
    this.#key(left);
    this.#replace(left.end, right.start, isPlain ? ', ' : `, '${operator}', () => `);
    this.#close(end, `, ${site})`);
  }

  /** `delete o.k`, `delete o[k]`. */
  removal(member: MemberExpression, start: number, end: number): void {
    if (!this.#isWatched(member)) return;
    this.#replace(start, member.start, '');
    this.#open(member.start, 'drop');
    this.#key(member);
    this.#close(end, `, ${siteOf('delete', member.loc?.start, keyName(member))})`);
  }

  /** `{ k: v }`. */
  literal({ properties, start, end, loc }: ObjectExpression): void {
    const names = properties.flatMap((each) => {
      if (each.type !== 'Property' || each.computed || each.kind !== 'init') return [];
      const name = nameOf(each.key);
      return name !== undefined && this.#keys.names.has(name) ? [name] : [];
    });
    if (names.length === 0) return;
    const sites = names.map((name) => siteOf('{…}', loc?.start, name));
    this.#open(start, 'made');
    this.#close(end, `, ${JSON.stringify(names)}, [${sites.join(', ')}])`);
  }

  result(): string {
    const ordered = this.#edits
      .map((edit, made) => ({ ...edit, made }))
      // What is inside was met first: it opens last, and closes first.
      .toSorted(
        (a, b) => a.from - b.from || a.order - b.order || (a.order === 2 ? b.made - a.made : a.made - b.made),
      );
    let text = '';
    let at = 0;
    for (const edit of ordered) {
      text += this.#code.slice(at, edit.from) + edit.text;
      at = edit.to;
    }
    if (this.#used.size === 0) return this.#code;
    const taken = [...this.#used].map((noter) => `${noters[noter]} as ${this.#prefix}${noters[noter]}`);
    return `${text}${this.#code.slice(at)}\nimport { ${taken.join(', ')} } from '${watchModule}';\n`;
  }

  #isWatched(member: MemberExpression): boolean {
    if (member.object.type === 'Super' || member.property.type === 'PrivateIdentifier') return false;
    const name = keyName(member);
    if (name === undefined) return this.#keys.computed;
    return this.#keys.names.has(name) || (name === 'length' && this.#keys.computed);
  }

  /** `.k` and `[k]` become a second value. */
  #key(member: MemberExpression): void {
    const { object, property, computed, end } = member;
    if (!computed) {
      this.#replace(object.end, end, `, ${JSON.stringify(keyName(member))}`);
      return;
    }
    this.#replace(object.end, property.start, ', ');
    this.#replace(property.end, end, '');
  }

  #open(at: number, noter: Noter): void {
    this.#used.add(noter);
    this.#edits.push({ from: at, to: at, text: `${this.#prefix}${noters[noter]}(`, order: 2 });
  }

  #close(at: number, text: string): void {
    this.#edits.push({ from: at, to: at, text, order: 0 });
  }

  /** With as many line breaks as there were. */
  #replace(from: number, to: number, text: string): void {
    const breaks = this.#code.slice(from, to).replace(/[^\n]/g, '');
    this.#edits.push({ from, to, text: text + breaks, order: from === to ? 2 : 1 });
  }
}

/** Name of a key that is written out: `.name` or `['name']`. */
function keyName({ computed, property }: MemberExpression): string | undefined {
  return computed && property.type !== 'Literal' ? undefined : nameOf(property);
}

function nameOf(key: AnyNode): string | undefined {
  if (key.type === 'Identifier') return key.name;
  return key.type === 'Literal' && typeof key.value === 'string' ? key.value : undefined;
}

/** `= program:12:7 next`: as the machine's stacks name a place, with the key where it is written out. */
function siteOf(method: string, at: Position | undefined, name?: string): string {
  const place = `${method} program:${at?.line ?? 0}:${(at?.column ?? -1) + 1}`;
  return JSON.stringify(name === undefined ? place : `${place} ${name}`);
}

/** Whether an expression waits, so that it can stand in no other function than its own. */
function suspends(node: Node): boolean {
  let found = false;
  const note = (): void => {
    found = true;
  };
  simple(node, { AwaitExpression: note, YieldExpression: note });
  return found;
}
