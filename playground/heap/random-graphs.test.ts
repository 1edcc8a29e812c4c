/** Whatever graph a program builds, the graph that is read is that one: every thing, and every reference by its name. */

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { bareHeap, type BareHeap } from '../testing/bare-heap.ts';
import { edge, edgeKinds } from './edges.ts';

const kinds = ['object', 'array', 'map', 'set', 'closure', 'private'] as const;
type Kind = (typeof kinds)[number];

interface Made {
  readonly kinds: readonly Kind[];
  /** From one thing to another; the same two may be joined more than once. */
  readonly edges: readonly (readonly [from: number, to: number])[];
}

const graphs: fc.Arbitrary<Made> = fc.integer({ min: 1, max: 12 }).chain((count) => {
  const node = fc.nat(count - 1);
  return fc.record({
    kinds: fc.array(fc.constantFrom(...kinds), { minLength: count, maxLength: count }),
    edges: fc.array(fc.tuple(node, node), { maxLength: 40 }),
  });
});

/** How a thing is made. Each then has, by a symbol, an instance of a class of its own, by which it is known. */
const makers: Readonly<Record<Kind, string>> = {
  object: '{}',
  array: '[]',
  map: 'new Map()',
  set: 'new Set()',
  closure: '((t) => { const f = (...a) => (a.length > 0 ? (t = a[0]) : t); return f; })()',
  private: 'new Box()',
};

/** How a thing comes to refer to another, the edge by its place. */
const joins: Readonly<Record<Kind, (from: string, to: string, at: number) => string>> = {
  object: (from, to, at) => `${from}.e${at} = ${to};`,
  array: (from, to) => `${from}.push(${to});`,
  map: (from, to, at) => `${from}.set('e${at}', ${to});`,
  set: (from, to) => `${from}.add(${to});`,
  closure: (from, to) => `${from}(${to});`,
  private: (from, to) => `${from}.put(${to});`,
};

function programOf({ kinds: of, edges }: Made): string {
  const made = of.map((kind, n) => `const n${n} = ${makers[kind]}; n${n}[mark] = new Mark${n}();`);
  const joined = edges.map(([from, to], at) => joins[of[from]!](`n${from}`, `n${to}`, at));
  return [
    'class Box { #kept; put(value) { this.#kept = value; } get() { return this.#kept; } }',
    'const mark = Symbol("mark");',
    ...of.map((_, n) => `class Mark${n} {}`),
    '{',
    ...made,
    ...joined,
    `globalThis.roots = [${of.map((_, n) => `n${n}`).join(', ')}];`,
    '}',
  ].join('\n');
}

/** What should be read: a reference for each join, but that a closure and a private field have the last alone, and a Set each once. */
function expected({ kinds: of, edges }: Made): readonly string[] {
  const told = new Map<string, string>();
  const places = new Map<number, number>();
  for (const [at, [from, to]] of edges.entries()) {
    const place = places.get(from) ?? 0;
    places.set(from, place + 1);
    const named: Record<Kind, readonly [key: string, text: string]> = {
      object: [`${from} ${at}`, `property e${at}`],
      array: [`${from} ${at}`, `element ${place}`],
      map: [`${from} ${at}`, `entry e${at}`],
      set: [`${from} to ${to}`, 'member'],
      closure: [`${from}`, 'captured t'],
      private: [`${from}`, 'property #kept'],
    };
    const [key, text] = named[of[from]!];
    told.set(key, `${from} ${text} ${to}`);
  }
  return [...told.values()].toSorted();
}

/** The references between the things, as they were read. */
function read({ graph, nodesOf }: BareHeap, { kinds: of }: Made): readonly string[] {
  const { firstEdge, edgeKind, edgeName, edgeTo, memory, kind } = graph;
  const numbers = new Map<number, number>();
  const marks = new Map(of.map((_, n) => [nodesOf(`Mark${n}`)[0], n]));
  for (let node = 0; node < graph.count; node++) {
    for (let at = firstEdge[node]!; at < firstEdge[node + 1]!; at++) {
      const n = marks.get(edgeTo[at]);
      if (n !== undefined && edgeKind[at] === edge.property && memory.atom(edgeName[at]!) === 'mark')
        numbers.set(node, n);
    }
  }
  expect(numbers.size).toBe(of.length);
  const name = (at: number): string => {
    const word = edgeKinds[edgeKind[at]!]!;
    if (word === 'element') return `element ${edgeName[at]}`;
    if (word === 'entry') return `entry ${memory.textOf(edgeName[at]!)}`;
    return word === 'member' ? word : `${word} ${memory.atom(edgeName[at]!)}`;
  };
  const told: string[] = [];
  for (const [node, from] of numbers) {
    for (let at = firstEdge[node]!; at < firstEdge[node + 1]!; at++) {
      const to = edgeTo[at]!;
      // A captured variable is a node between the two.
      const behind = kind[to] === 3 ? edgeTo[firstEdge[to]!] : undefined;
      const number = numbers.get(behind !== undefined && firstEdge[to + 1]! > firstEdge[to]! ? behind : to);
      if (number !== undefined) told.push(`${from} ${name(at)} ${number}`);
    }
  }
  return told.toSorted();
}

test('each graph is read as it was built', async () => {
  const outside = (await bareHeap('')).outside;
  await fc.assert(
    fc.asyncProperty(graphs, async (made) => {
      const heap = await bareHeap(programOf(made));
      expect(read(heap, made)).toEqual(expected(made));
      for (const n of made.kinds.keys()) expect(heap.nodesOf(`Mark${n}`)).toHaveLength(1);
      expect(heap.graph.unknown).toBe(0);
      expect(heap.outside).toBe(outside);
    }),
    { numRuns: 300 },
  );
});
