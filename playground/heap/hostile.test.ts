/** Nothing that a program has made runs while its heap is read, and nothing that it is called reaches a screen as it is. */

import { describe, expect, test } from 'vitest';
import { bareHeap, exportsOf } from '../testing/bare-heap.ts';
import { inspectedRun, pathsIn } from '../testing/heap-run.ts';
import { programWith, shortWorkload } from '../testing/run-for-tests.ts';
import { heapWords } from '../words/en/heap.ts';
import { traceLines } from '../words/en/heap-trace.ts';
import { readGraph } from './graph.ts';

/** Longest text of a program’s that a path may show, with its quotes and what is spelt out of it. */
const longest = 4_000;

/** Everything that a program can put in the way of somebody who looks: it counts how often it is called. */
const traps = `
let calls = 0;
const trap = () => { calls++; throw new Error('looked at'); };
const nosy = new Proxy(function () {}, Object.fromEntries(
  ['get', 'has', 'ownKeys', 'getPrototypeOf', 'getOwnPropertyDescriptor', 'isExtensible', 'apply', 'construct']
    .map((name) => [name, trap])));
class Kept {
  [Symbol.toPrimitive]() { return trap(); }
  get [Symbol.toStringTag]() { return trap(); }
  toString() { return trap(); }
  toJSON() { return trap(); }
  valueOf() { return trap(); }
}
class Liar { constructor() { this.constructor = { name: 'Kept', get prototype() { return trap(); } }; } }
class Anonymous { static get name() { return trap(); } }
class Numbered { static name = 7; }
Object.defineProperty(Kept.prototype, 'secret', { get: trap, enumerable: true });
const kept = [new Kept(), new Liar(), new Anonymous(), new Numbered(), nosy, Object.create(nosy)];
const byKey = new Map([[kept[0], kept[0]], [nosy, new Kept()], [NaN, new Kept()], [undefined, new Kept()]]);
const own = { [Symbol.toPrimitive]: trap, get loud() { return trap(); }, kept: new Kept() };
export { kept, byKey, own, nosy };
globalThis.calls = () => calls;
`;

/** Names that do something to whoever prints them. */
const names: readonly (readonly [what: string, name: string])[] = [
  ['a megabyte', `'x'.repeat(2 ** 20)`],
  ['a megabyte of wide characters', `'\\u4e2d'.repeat(2 ** 19)`],
  ['a rope of a megabyte', `(() => { let t = 'ab'; for (let i = 0; i < 20; i++) t += t + i; return t; })()`],
  ['half of a character', `'\\ud800 and \\udc00'`],
  ['markup', `'<img src=x onerror=alert(1)>'`],
  ['a terminal’s escapes', `'\\u001b[2J\\u001b]0;title\\u0007'`],
  ['a line of its own', `'a\\nLEAK  forged\\r\\u2028b'`],
  ['the other direction', `'\\u202eabc\\u2066'`],
  ['a text that ends too early', `'a\\u0000b'`],
  ['nothing', `''`],
  ['a property of all objects', `'__proto__'`],
];

/** Whether a text is one line that can be printed. */
const printable = /^[^\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]*$/u;

describe('a heap that does not want to be read', () => {
  test('is read without a call, and told by what it is', async () => {
    const { vm, graph, pathsTo, nodesOf } = await bareHeap(traps);
    expect(graph.unknown).toBe(0);
    const told = ['Kept', 'Liar', 'Numbered', 'Anonymous'].map((name) => [
      name,
      nodesOf(name).length,
      pathsTo(name).map(heapWords.pathWords).toSorted(),
    ]);
    expect(told).toEqual([
      ['Kept', 5, ['byKey[*]', 'byKey[Proxy]', 'kept[*]', 'own.kept']],
      ['Liar', 1, ['kept[*]']],
      ['Numbered', 0, []],
      ['Anonymous', 0, []],
    ]);
    expect(vm.evalCode('calls()').consume((count) => count.toNumber())).toBe(0);
  });

  test('is the same before and after it was read', async () => {
    const { vm, graph, bytes } = await bareHeap(traps);
    const memory = (): Uint8Array => new Uint8Array(exportsOf(vm).memory.buffer).slice();
    const before = memory();
    expect(readGraph(exportsOf(vm)).count).toBe(graph.count);
    expect(Buffer.compare(memory(), before)).toBe(0);
    expect(vm.getMemoryUsage().mallocSize).toBe(bytes);
  });

  test.each(names)('as a name or a key, %s is short, and one line', async (_, name) => {
    const program = `
      const name = ${name};
      class Kept {}
      const Renamed = Object.defineProperty(class {}, 'name', { value: name });
      export const byKey = new Map([[name, new Kept()]]);
      export const bySymbol = { [Symbol(name)]: new Kept() };
      export const byName = Object.fromEntries([[name, new Kept()]]);
      export const byFunction = Object.defineProperty(() => {}, 'name', { value: name });
      byFunction.kept = new Kept();
      export const renamed = new Renamed();
      renamed.kept = new Kept();`;
    const { pathsTo, graph } = await bareHeap(program);
    expect(graph.unknown).toBe(0);
    const paths = pathsTo('Kept');
    expect(paths.reduce((sum, { count }) => sum + count, 0)).toBe(5);
    for (const path of paths) {
      const texts = [
        heapWords.pathWords(path),
        ...path.steps.map(heapWords.thingWords),
        ...traceLines(path, { finding: undefined, seed: 1 }),
      ];
      for (const text of texts) {
        expect(text.length).toBeLessThan(longest);
        expect(text).toMatch(printable);
      }
    }
  });
});

describe('a run that does not want to be looked at', () => {
  test('is reported, watched and saved without a call of the program’s', async () => {
    const source = programWith({
      top: `
        let looked = 0;
        const trap = (): never => { looked++; console.error('looked at'); throw new Error('looked at'); };
        class Kept {
          static all: unknown[] = [];
          get secret() { return trap(); }
          [Symbol.toPrimitive]() { return trap(); }
          toJSON() { return trap(); }
        }
        Object.defineProperty(Kept, 'name', { get: trap });
        const nosy = new Proxy({}, { get: trap, has: trap, ownKeys: trap, getPrototypeOf: trap });`,
      construct: `Kept.all.push(new Kept(), nosy);
        if (looked > 0) throw new Error('looked at');`,
    });
    const { inspection, report, record } = await inspectedRun(source, shortWorkload);
    expect(record.failure).toBeUndefined();
    expect(report.unknown).toBe(0);
    const [path] = pathsIn(report);
    expect(path && heapWords.pathWords(path)).toBe('Kept.all[*]');
    expect(JSON.parse(inspection.snapshot())).toHaveProperty('snapshot');
    const withStores = await inspection.reportWithStores(() => Promise.resolve());
    expect(pathsIn(withStores)[0]?.stores).toMatchObject([{ method: 'push' }, { count: 0 }]);
    // More transactions after a cut: the program would throw, had anything of it been called.
    const cut = await inspection.cut(path?.fingerprint ?? '', 100, () => Promise.resolve());
    expect(cut).toMatchObject({ count: 200, then: { left: 100 } });
  });
});
