/** Source text of a place where things are kept under keys: what each way of keeping has in common is what it can do. */

import type { Holder } from './plan.ts';

/** What can be done at a holder, as calls of the functions that its text declares. */
export interface HolderText {
  readonly top: readonly string[];
  readonly keep: (key: string, item: string) => string;
}

/** Functions that a program needs beside `keep`: to drop one by key, or the oldest, or all, and to count. */
export type Needed = 'drop' | 'dropOldest' | 'dropAll' | 'count';

type Bodies = Readonly<Record<Needed | 'keep', readonly string[]>>;

interface Way {
  readonly state: (n: number, item: string) => readonly string[];
  readonly bodies: (n: number) => Bodies;
}

/** `kept` is a list of pairs, in order. */
function listBodies(kept: string, find = `([each]) => each === key`): Bodies {
  return {
    keep: [`${kept}.push([key, item]);`],
    drop: [`const at = ${kept}.findIndex(${find});`, `if (at >= 0) ${kept}.splice(at, 1);`],
    dropOldest: [`${kept}.shift();`],
    dropAll: [`${kept}.length = 0;`],
    count: [`return ${kept}.length;`],
  };
}

function mapBodies(kept: string): Bodies {
  return {
    keep: [`${kept}.set(key, item);`],
    drop: [`${kept}.delete(key);`],
    dropOldest: [`const [oldest] = ${kept}.keys();`, `if (oldest !== undefined) ${kept}.delete(oldest);`],
    dropAll: [`${kept}.clear();`],
    count: [`return ${kept}.size;`],
  };
}

/** Properties of one object; `name` is how a key is written as a property, `keys` what lists them. */
function propertyBodies(n: number, name: string, keys: string): Bodies {
  return {
    keep: [`if (!(${name} in kept${n})) size${n}++;`, `kept${n}[${name}] = item;`],
    drop: [`if (!(${name} in kept${n})) return;`, `size${n}--;`, `delete kept${n}[${name}];`],
    dropOldest: [
      `const [oldest] = ${keys}(kept${n});`,
      `if (oldest === undefined) return;`,
      `size${n}--;`,
      `delete kept${n}[oldest];`,
    ],
    dropAll: [`kept${n} = {};`, `size${n} = 0;`],
    count: [`return size${n};`],
  };
}

const stringBodies = (n: number): Bodies => ({
  keep: [`kept${n} += \`\${key};\`;`, `size${n}++;`],
  drop: [
    `const rest = kept${n}.replace(\`\${key};\`, '');`,
    `if (rest.length < kept${n}.length) size${n}--;`,
    `kept${n} = rest;`,
  ],
  dropOldest: [`kept${n} = kept${n}.slice(kept${n}.indexOf(';') + 1);`, `size${n}--;`],
  dropAll: [`kept${n} = '';`, `size${n} = 0;`],
  count: [`return size${n};`],
});

const typedBodies = (n: number): Bodies => ({
  keep: [
    `if (size${n} === kept${n}.length) {`,
    `const wider = new BigUint64Array(2 * size${n});`,
    `wider.set(kept${n});`,
    `kept${n} = wider;`,
    `}`,
    `kept${n}[size${n}++] = BigInt(key);`,
  ],
  drop: [
    `const at = kept${n}.subarray(0, size${n}).indexOf(BigInt(key));`,
    `if (at < 0) return;`,
    `kept${n}.copyWithin(at, at + 1, size${n});`,
    `size${n}--;`,
  ],
  dropOldest: [`kept${n}.copyWithin(0, 1, size${n});`, `size${n}--;`],
  dropAll: [`size${n} = 0;`],
  count: [`return size${n};`],
});

const linkedBodies = (n: number): Bodies => ({
  keep: [
    `const node: Node${n} = { key, item, next: undefined };`,
    `if (last${n} === undefined) first${n} = node;`,
    `else last${n}.next = node;`,
    `last${n} = node;`,
    `size${n}++;`,
  ],
  drop: [
    `let before: Node${n} | undefined;`,
    `for (let node = first${n}; node !== undefined; node = node.next) {`,
    `if (node.key === key) {`,
    `if (before === undefined) first${n} = node.next;`,
    `else before.next = node.next;`,
    `if (node.next === undefined) last${n} = before;`,
    `size${n}--;`,
    `return;`,
    `}`,
    `before = node;`,
    `}`,
  ],
  dropOldest: [
    `if (first${n} === undefined) return;`,
    `first${n} = first${n}.next;`,
    `if (first${n} === undefined) last${n} = undefined;`,
    `size${n}--;`,
  ],
  dropAll: [`first${n} = last${n} = undefined;`, `size${n} = 0;`],
  count: [`return size${n};`],
});

const size = (n: number): string => `let size${n} = 0;`;

const ways: Readonly<Record<Exclude<Holder, 'static array' | 'private map' | 'weak map'>, Way>> = {
  map: {
    state: (n, item) => [`const kept${n} = new Map<string, ${item}>();`],
    bodies: (n) => mapBodies(`kept${n}`),
  },
  'set of keys': {
    state: (n) => [`const kept${n} = new Set<string>();`],
    bodies: (n) => ({ ...mapBodies(`kept${n}`), keep: [`kept${n}.add(key);`] }),
  },
  array: {
    state: (n, item) => [`const kept${n}: (readonly [string, ${item}])[] = [];`],
    bodies: (n) => listBodies(`kept${n}`),
  },
  'linked list': {
    state: (n, item) => [
      `interface Node${n} {`,
      `readonly key: string;`,
      `readonly item: ${item};`,
      `next: Node${n} | undefined;`,
      `}`,
      `let first${n}: Node${n} | undefined;`,
      `let last${n}: Node${n} | undefined;`,
      size(n),
    ],
    bodies: linkedBodies,
  },
  record: {
    state: (n, item) => [`let kept${n}: Record<string, ${item}> = {};`, size(n)],
    bodies: (n) => propertyBodies(n, 'key', 'Object.keys'),
  },
  'symbol keys': {
    state: (n, item) => [`let kept${n}: Record<symbol, ${item}> = {};`, size(n)],
    bodies: (n) => propertyBodies(n, 'Symbol.for(key)', 'Object.getOwnPropertySymbols'),
  },
  closures: {
    state: (n, item) => [`const kept${n}: (() => readonly [string, ${item}])[] = [];`],
    bodies: (n) => ({
      ...listBodies(`kept${n}`, `(recall) => recall()[0] === key`),
      keep: [`kept${n}.push(() => [key, item]);`],
    }),
  },
  string: { state: (n) => [`let kept${n} = '';`, size(n)], bodies: stringBodies },
  'typed array': {
    state: (n) => [`let kept${n} = new BigUint64Array(16);`, size(n)],
    bodies: typedBodies,
  },
};

/** Whether the holder keeps keys alone. */
export function keepsKeysOnly(holder: Holder): boolean {
  return holder === 'set of keys' || holder === 'string' || holder === 'typed array';
}

const results: Readonly<Record<Needed, string>> = {
  drop: '(key: string): void',
  dropOldest: '(): void',
  dropAll: '(): void',
  count: '(): number',
};

/** The holder's text; `n` makes its names unique, `item` is the type of what it keeps. */
export function holderText(holder: Holder, n: number, item: string, needed: ReadonlySet<Needed>): HolderText {
  const keep = (key: string, value: string): string =>
    keepsKeysOnly(holder) ? `keep${n}(${key});` : `keep${n}(${key}, ${value});`;
  if (holder === 'weak map') {
    return {
      top: [`const kept${n} = new WeakMap<object, ${item}>();`],
      keep: (_, value) => `kept${n}.set(this, ${value});`,
    };
  }
  if (holder === 'private map' || holder === 'static array') return inClass(holder, n, item, needed, keep);
  const { state, bodies } = ways[holder];
  const text = bodies(n);
  const parameters = keepsKeysOnly(holder) ? 'key: string' : `key: string, item: ${item}`;
  const functions = [...needed].flatMap((name) => block(`function ${name}${n}${results[name]}`, text[name]));
  return {
    top: [...state(n, item), ...block(`function keep${n}(${parameters}): void`, text.keep), ...functions],
    keep,
  };
}

/** The same as methods of a class with one private field; functions beside it pass each call on. */
function inClass(
  holder: 'private map' | 'static array',
  n: number,
  item: string,
  needed: ReadonlySet<Needed>,
  keep: HolderText['keep'],
): HolderText {
  const isStatic = holder === 'static array';
  const items = isStatic ? `Shelf${n}.#items` : 'this.#items';
  const { keep: keepBody, ...text } = isStatic ? listBodies(items) : mapBodies(items);
  const prefix = isStatic ? 'static ' : '';
  const owner = isStatic ? `Shelf${n}` : `shelf${n}`;
  const names = [...needed];
  const pass = (name: Needed): string => {
    const call = `${owner}.${name}(${name === 'drop' ? 'key' : ''});`;
    return name === 'count' ? `return ${call}` : call;
  };
  return {
    keep,
    top: [
      `class Shelf${n} {`,
      isStatic
        ? `static readonly #items: (readonly [string, ${item}])[] = [];`
        : `readonly #items = new Map<string, ${item}>();`,
      '',
      ...block(`${prefix}keep(key: string, item: ${item}): void`, keepBody),
      ...names.flatMap((name) => block(`${prefix}${name}${results[name]}`, text[name])),
      `}`,
      ...(isStatic ? [] : [`const shelf${n} = new Shelf${n}();`]),
      ...block(`function keep${n}(key: string, item: ${item}): void`, [`${owner}.keep(key, item);`]),
      ...names.flatMap((name) => block(`function ${name}${n}${results[name]}`, [pass(name)])),
    ],
  };
}

/** A declaration with its body, and an empty line after it. */
export function block(head: string, body: readonly string[]): readonly string[] {
  return [`${head} {`, ...body, '}', ''];
}
