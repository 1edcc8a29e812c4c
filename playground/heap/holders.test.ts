/** Everything that can keep an object alive in the engine is read, and told as code would write it; all bytes are somebody's. */

import { describe, expect, test } from 'vitest';
import { bareHeap } from '../testing/bare-heap.ts';
import { heapWords } from '../words/en/heap.ts';

const classes = 'class Kept {}\n';

/** What holds a `Kept`, a program in which it does, and the path that is told. */
const holders: readonly (readonly [holder: string, program: string, ...paths: readonly string[]])[] = [
  // Bindings of the module, and of the global object.
  ['a constant of the module', 'const a = new Kept(); export { a };', 'a'],
  ['one that is not exported', 'const a = new Kept(); export function use() { return a; }', 'a'],
  ['a variable by let', 'let a = new Kept(); export { a };', 'a'],
  ['a variable by var', 'var a = new Kept(); export { a };', 'a'],
  ['a function of the module', 'export function a() {} a.kept = new Kept();', 'a.kept'],
  ['a class of the module', 'export class A { static kept = new Kept(); }', 'A.kept'],
  ['the default export', 'export default new Kept();', 'default'],
  ['a default class', 'export default class { static kept = new Kept(); }', 'default.kept'],
  ['a global', 'globalThis.kept = new Kept();', '(the global object).kept'],
  [
    'a global getter',
    `{ const k = new Kept(); Object.defineProperty(globalThis, 'kept', { get: () => k }); }`,
    '(the global object) → getter .kept → captured k',
  ],
  ['a module that waits', 'const a = new Kept(); await new Promise(() => {}); export { a };', 'a'],
  // Properties and elements.
  ['a property', 'export const a = { b: { kept: new Kept() } };', 'a.b.kept'],
  [
    'a getter',
    'export const a = (() => { const k = new Kept(); return { get kept() { return k; } }; })();',
    'a → getter .kept → captured k',
  ],
  [
    'a setter',
    'export const a = (() => { let k = new Kept(); return { set kept(value) { k = value; } }; })();',
    'a → setter .kept → captured k',
  ],
  ['a symbol', `export const a = { [Symbol('hidden')]: new Kept() };`, 'a[hidden]'],
  ['a symbol of the language', 'export const a = { [Symbol.iterator]: new Kept() };', 'a[Symbol.iterator]'],
  ['a private field', 'class A { #kept = new Kept(); } export const a = new A();', 'a.#kept'],
  [
    'a static private field',
    'export class A { static #kept = new Kept(); static use() { return A.#kept; } }',
    'A.#kept',
  ],
  [
    'the home of a private method',
    'export const a = new ((() => { class A { static kept = new Kept(); #use() {} f = this.#use; } return A; })())().f;',
    'a → home.constructor.kept',
  ],
  [
    'the home of a private accessor',
    `export const a = (() => {
       class A { #k = new Kept(); get #kept() { return this.#k; } use() { return this.#kept; } }
       return new A();
     })();`,
    'a.#k',
  ],
  [
    'super',
    'export const a = (() => ({ __proto__: { kept: new Kept() }, use() { return super.use(); } }))().use;',
    'a → home → prototype.kept',
  ],
  ['a prototype', 'export const a = Object.create({ kept: new Kept() });', 'a → prototype.kept'],
  [
    'a base class',
    'export const b = (() => { class A { static kept = new Kept(); } return class extends A {}; })();',
    'b → prototype.kept',
  ],
  ['an element', 'export const a = [1, new Kept()];', 'a[*]'],
  ['a sparse array', 'export const a = []; a[5_000_000] = new Kept();', 'a[*]'],
  ['an array with holes', 'export const a = [, , new Kept(), ,];', 'a[*]'],
  ['keys that are numbers', 'export const a = { 7: new Kept() };', 'a[*]'],
  ['arguments, strictly', 'export const a = (function () { return arguments; })(1, new Kept());', 'a[*]'],
  [
    'arguments that follow parameters',
    `export const a = new Function('x', 'y', 'return arguments')(1, new Kept());`,
    'a → argument',
  ],
  ['the cause of an error', `export const a = new Error('x', { cause: new Kept() });`, 'a.cause'],
  ['errors as one', 'export const a = new AggregateError([new Kept()]);', 'a.errors[*]'],
  ['a date', 'export const a = Object.assign(new Date(0), { kept: new Kept() });', 'a.kept'],
  ['a regular expression', 'export const a = Object.assign(/x/, { kept: new Kept() });', 'a.kept'],
  ['a big number as an object', 'export const a = Object(10n ** 30n); a.kept = new Kept();', 'a.kept'],
  // Collections.
  ['a value of a Map', `export const a = new Map([['key', new Kept()]]);`, 'a["key"]'],
  ['a value by a number', `export const a = new Map([[7, new Kept()]]);`, 'a[*]'],
  ['a key of a Map', 'export const a = new Map([[new Kept(), 1]]);', 'a → key'],
  ['a member of a Set', 'export const a = new Set([new Kept()]);', 'a → member'],
  [
    'the key of a WeakMap',
    'export const key = {}; export const a = new WeakMap([[key, new Kept()]]);',
    'key → weak entry',
  ],
  [
    'a symbol that is the key of a WeakMap',
    `export const key = Symbol('x'); export const a = new WeakMap([[key, new Kept()]]);`,
    'key → weak entry',
  ],
  [
    'a FinalizationRegistry',
    'export const a = new FinalizationRegistry(() => {}); export const target = {}; a.register(target, new Kept());',
    'a → held value',
  ],
  [
    'a registry’s token',
    'export const a = new FinalizationRegistry(() => {}); export const target = {}; a.register(target, 1, new Kept());',
    'a → token',
  ],
  [
    'a registry’s callback',
    'export const a = (() => { const k = new Kept(); return new FinalizationRegistry(() => k); })();',
    'a → callback → captured k',
  ],
  [
    'a DisposableStack',
    'export const a = new DisposableStack(); a.adopt(new Kept(), () => {});',
    'a → disposable',
  ],
  [
    'what a DisposableStack defers',
    'export const a = new DisposableStack(); { const k = new Kept(); a.defer(() => k); }',
    'a → dispose method → captured k',
  ],
  [
    'an AsyncDisposableStack',
    'export const a = new AsyncDisposableStack(); a.adopt(new Kept(), () => {});',
    'a → disposable',
  ],
  [
    'the buffer of a typed array',
    'export const a = new Uint8Array(Object.assign(new ArrayBuffer(8), { kept: new Kept() }));',
    'a → buffer.kept',
  ],
  [
    'the buffer of a DataView',
    'export const a = new DataView(Object.assign(new ArrayBuffer(8), { kept: new Kept() }));',
    'a → buffer.kept',
  ],
  // Functions.
  [
    'a captured variable',
    'export const a = (() => { const k = new Kept(); return () => k; })();',
    'a → captured k',
  ],
  ['what this is bound to', 'export const a = function () {}.bind(new Kept());', 'a → bound this'],
  ['a bound argument', 'export const a = function () {}.bind(null, new Kept());', 'a → bound argument'],
  [
    'a bound function',
    'export const a = (() => { const k = new Kept(); return () => k; })().bind(null);',
    'a → bound function → captured k',
  ],
  ['the target of a Proxy', 'export const a = new Proxy(new Kept(), {});', 'a → proxy target'],
  ['the handler of a Proxy', 'export const a = new Proxy({}, new Kept());', 'a → proxy handler'],
  [
    'a listener, in a Map, of a class',
    `export class Bus { static listeners = new Map(); }
     { const k = new Kept(); Bus.listeners.set('x', [() => k]); }`,
    'Bus.listeners["x"][*] → captured k',
  ],
  // Promises, and calls that wait.
  ['the result of a promise', 'export const a = Promise.resolve(new Kept());', 'a → result'],
  ['its rejection', 'export const a = Promise.reject(new Kept()); a.catch(() => {});', 'a → result'],
  [
    'what waits for a promise',
    'export const a = new Promise(() => {}); { const k = new Kept(); a.then(() => k); }',
    'a → reaction → captured k',
  ],
  [
    'results that are gathered',
    'export const a = new Promise(() => {}); Promise.all([new Kept(), a]);',
    'a → reaction → data[*]',
  ],
  [
    'an async call that waits',
    'export const a = new Promise(() => {}); (async () => { const k = new Kept(); await a; return k; })();',
    'a → reaction → local k',
  ],
  [
    'one that waits for such a call',
    `export const a = new Promise(() => {});
     const inner = async () => { await a; };
     (async () => { const k = new Kept(); await inner(); return k; })();`,
    'a → reaction → resolve → promise → reaction → local k',
  ],
  [
    'a resource in use while a call waits',
    `export const a = new Promise(() => {});
     (async () => { using k = { kept: new Kept(), [Symbol.dispose]() {} }; await a; })();`,
    'a → reaction → local k.kept',
  ],
  [
    'a list that is awaited one by one',
    `export const a = new Promise(() => {});
     (async () => { for await (const each of [a, new Kept()]) void each; })();`,
    'a → reaction → promise → reaction → stack → iterated → iterated[*]',
  ],
  [
    'a generator’s local',
    'function* g() { const k = new Kept(); yield 1; return k; } export const a = g(); a.next();',
    'a → local k',
  ],
  ['its argument', 'function* g(k) { yield 1; return k; } export const a = g(new Kept());', 'a → local k'],
  [
    'its this',
    'export const a = { *g() { yield 1; return this; } }.g.call(new Kept()); a.next();',
    'a → this',
  ],
  [
    'what it is about to use',
    'function* g() { return [new Kept(), yield 1]; } export const a = g(); a.next();',
    'a → stack',
  ],
  [
    'a generator that another yields',
    `function* inner() { const k = new Kept(); yield 1; return k; }
     function* g() { yield* inner(); } export const a = g(); a.next();`,
    'a → stack → local k',
  ],
  [
    'an async generator’s local',
    'async function* g() { const k = new Kept(); yield 1; return k; } export const a = g(); a.next();',
    'a → local k',
  ],
  [
    'what waits for an async generator',
    'async function* g() { await new Promise(() => {}); yield 1; } export const a = g(); a.next(); a.next(new Kept());',
    'a → promise',
  ],
  // Iterators.
  ['an iterator of a Map', `export const a = new Map([['k', new Kept()]]).values();`, 'a → iterated["k"]'],
  ['an iterator of a Set', 'export const a = new Set([new Kept()]).values();', 'a → iterated → member'],
  ['an iterator of an array', 'export const a = [new Kept()].values();', 'a → iterated[*]'],
  [
    'an iterator’s source',
    'export const a = [new Kept()].values().filter(() => true);',
    'a → iterated → iterated[*]',
  ],
  [
    'an iterator’s function',
    'export const a = (() => { const k = new Kept(); return [1].values().map(() => k); })();',
    'a → iterator function → captured k',
  ],
  ['iterators one after another', 'export const a = Iterator.concat([1], [new Kept()]);', 'a → iterated[*]'],
  [
    'an iterator that is wrapped',
    'export const a = Iterator.from({ kept: new Kept(), next() { return { done: true }; } });',
    'a → iterated.kept',
  ],
  [
    'a loop over names',
    'function* g() { for (const k in { x: new Kept() }) yield k; } export const a = g(); a.next();',
    'a → stack → iterated.x',
  ],
  // More than one.
  [
    'a cycle, by the first of two ways',
    `export const a = { one: new Kept() }; export const b = [a.one]; a.one.self = { back: a.one };`,
    'a.one',
  ],
];

describe('what holds an object', () => {
  test.each(holders)('%s', async (_, program, ...expected) => {
    const { pathsTo, nodesOf, graph, outside } = await bareHeap(classes + program);
    expect(pathsTo('Kept').map(heapWords.pathWords)).toEqual(expected);
    expect(nodesOf('Kept')).toHaveLength(1);
    expect(graph.unknown).toBe(0);
    expect(outside).toBe((await bareHeap('')).outside);
  });

  test('a promise job that has yet to run', async () => {
    const program = `{ const k = new Kept(); Promise.resolve().then(() => k); }`;
    const { pathsTo, graph } = await bareHeap(classes + program, { jobs: 'left' });
    expect(pathsTo('Kept').map(heapWords.pathWords)).toEqual([
      '(a promise job that has yet to run) → call → captured k',
    ]);
    expect(graph.unknown).toBe(0);
  });

  test.each([
    ['a WeakRef', 'export const a = new WeakRef(new Kept());'],
    ['a WeakSet', 'export const a = new WeakSet([new Kept()]);'],
    ['the key of a WeakMap, held by its own value', '{ const k = new Kept(); new WeakMap([[k, { k }]]); }'],
    [
      'the target of a registry',
      'export const a = new FinalizationRegistry(() => {}); a.register(new Kept(), 1);',
    ],
    ['a cycle that nobody holds', '{ const k = new Kept(); k.self = { back: k }; }'],
  ])('%s is no holder', async (_, program) => {
    const { nodesOf, graph, outside } = await bareHeap(classes + program);
    expect(nodesOf('Kept')).toEqual([]);
    expect(graph.unknown).toBe(0);
    expect(outside).toBe((await bareHeap('')).outside);
  });
});

describe('many of them', () => {
  test('keys with ids are one path, and more names than a person would give are one as well', async () => {
    const ids = `export const a = {}; for (let i = 0; i < 5_000; i++) a['key ' + i] = new Kept();`;
    const names = `export const a = {}; for (let i = 0; i < 100; i++) a[String.fromCharCode(97 + (i % 26), 97 + i / 26)] = new Kept();`;
    const few = `export const a = { first: new Kept(), second: new Kept() };`;
    const told = async (program: string): Promise<readonly string[]> =>
      (await bareHeap(classes + program))
        .pathsTo('Kept')
        .map((path) => `${heapWords.pathWords(path)} × ${path.count}`);
    expect(await told(ids)).toEqual(['a["key *"] × 5000']);
    expect(await told(names)).toEqual(['a["*"] × 100']);
    expect((await told(few)).toSorted()).toEqual(['a.first × 1', 'a.second × 1']);
  });

  test('100,000 entries are one path, and every byte of them is counted', async () => {
    const program = 'export const a = new Map(); for (let i = 0; i < 100_000; i++) a.set(i, new Kept());';
    const { pathsTo, graph, outside } = await bareHeap(classes + program);
    expect(pathsTo('Kept').map((path) => [heapWords.pathWords(path), path.count])).toEqual([
      ['a[*]', 100_000],
    ]);
    expect(graph.unknown).toBe(0);
    expect(outside).toBe((await bareHeap('')).outside);
  });

  test('a list of a million is two steps, the second as often as it is taken', async () => {
    const program =
      'export let a; for (let i = 0; i < 1_000_000; i++) { const k = new Kept(); k.next = a; a = k; }';
    const { pathsTo, graph } = await bareHeap(classes + program);
    expect(pathsTo('Kept').map((path) => [heapWords.pathWords(path), path.count])).toEqual([
      ['a', 1],
      ['a.next × 999,999', 999_999],
    ]);
    expect(graph.unknown).toBe(0);
  });

  test('a list whose links lie in between is folded as well', async () => {
    const program =
      'export let a; for (let i = 0; i < 1_000; i++) a = { link: { kept: new Kept(), next: a } };';
    const { pathsTo } = await bareHeap(classes + program);
    expect(pathsTo('Kept').map((path) => [heapWords.pathWords(path), path.count])).toEqual([
      ['a.link.next × 999.link.kept', 999],
      ['a.link.kept', 1],
    ]);
  });
});

/**
 * What is in no node: the engine's list of classes, 1,628 bytes, and 804 that the runtime takes once. The tables of atoms, of their hashes and of
 * shapes grow with a program, and are taken off before.
 */
test('the machine itself takes the same bytes beside its heap, whatever runs in it', async () => {
  const outside = await Promise.all(
    [
      '',
      classes,
      'export const a = []; for (let i = 0; i < 9_999; i++) a.push({ ["x" + i]: Symbol("y") });',
    ].map(async (program) => (await bareHeap(program)).outside),
  );
  expect(outside).toEqual([2_432, 2_432, 2_432]);
});
