/** Every form of class is counted once, by the machine's own census, under the site that its reader sees. */

import { describe, expect, test } from 'vitest';
import type { CompiledProgram } from '../record.ts';
import { createCompiler } from '../node/compiler.ts';
import { runCompiled } from '../testing/run-compiled.ts';
import { programWith, runSource } from '../testing/run-for-tests.ts';

const compiler = createCompiler();

function compile(source: string): CompiledProgram {
  const { compiled } = compiler.compile(source);
  if (compiled === undefined) throw new Error('does not compile');
  return compiled;
}

/** Runs a source before a right program, and tells how many instances of each of its classes were made, in their order. */
async function counts(source: string): Promise<readonly (readonly [string, number])[]> {
  const { failure, samples } = await runSource(`${source}\n${programWith({})}`, {
    transactions: 1,
    samples: 1,
  });
  expect(failure).toBeUndefined();
  const { CnchServerResource: _, ...own } = samples.at(-1)?.created ?? {};
  return Object.entries(own).filter(([, count]) => count > 0);
}

const exportsOf = (source: string): ReturnType<typeof runCompiled> => runCompiled(compile(source));

/** Source, and what must be counted, in the order of the classes in it. */
const forms: Readonly<Record<string, readonly [string, Readonly<Record<string, number>>]>> = {
  'a declaration': ['class A {} new A(); new A();', { A: 2 }],
  'a constructor of its own': [
    'class A { x: number; constructor(x: number) { this.x = x; } } new A(1);',
    { A: 1 },
  ],
  'parameter properties': [
    'class A { constructor(readonly x: number) {} } if (new A(4).x !== 4) throw 0;',
    { A: 1 },
  ],
  'a derived class without constructor': [
    'class A { constructor(readonly x: number) {} } class B extends A {} if (new B(4).x !== 4) throw 0;',
    { B: 1 },
  ],
  'a derived class with super in a condition': [
    'class A {} class B extends A { constructor(x: boolean) { if (x) super(); else { super(); } } } new B(true); new B(false);',
    { B: 2 },
  ],
  'super in an arrow function': [
    'class A {} class B extends A { constructor() { const make = () => super(); make(); } } new B();',
    { B: 1 },
  ],
  'super in a default value': [
    'class A {} class B extends A { constructor(x: unknown = super()) { void x; } } new B();',
    { B: 1 },
  ],
  'three levels': [
    'class A {} class B extends A {} class C extends B {} new A(); new B(); new C();',
    { A: 1, B: 1, C: 1 },
  ],
  'a class that extends Map': [
    'class M extends Map<string, number> {} new M([["a", 1]]).set("b", 2);',
    { M: 1 },
  ],
  'a class that extends a derived Map': [
    'class M extends Map {} class N extends M {} new N([]); new M();',
    { M: 1, N: 1 },
  ],
  'a class that extends an Error': ['class A extends Error { override name = "A" } new A("x");', { A: 1 }],
  'a class that throws after super': [
    'class A {} class B extends A { constructor() { super(); throw new Error(); } } try { new B(); } catch {}',
    { B: 1 },
  ],
  'fields, private members and static blocks': [
    'class A { static all: A[] = []; static { A.all.push(new A()); } #x = 1; y = this.#x; static #n = 2; static n() { return A.#n; } } A.n();',
    { A: 1 },
  ],
  accessors: ['class A { accessor x = 1; } new A().x += 1;', { A: 1 }],
  'generics and overloads': [
    'class A<T> { constructor(); constructor(x: T); constructor(readonly x?: T) {} } new A<string>("a"); new A();',
    { A: 2 },
  ],
  'an abstract class': [
    'abstract class A { abstract m(): void; } class B extends A { m() {} } new B();',
    { B: 1 },
  ],
  'a class in a function': ['function make() { class A {} return new A(); } make(); make();', { A: 2 }],
  'a class in a namespace': ['namespace N { export class A {} } new N.A();', { A: 1 }],
  'a class in the heritage': ['class A extends (class {}) {} new A();', { A: 1 }],
  'a mixin': [
    'const Dated = <T extends new (...a: any[]) => object>(Base: T) => class extends Base { at = 1; };\nclass A {} new (Dated(A))();',
    { '(anonymous, line 1)': 1 },
  ],
  'a mixin applied twice over a built-in': [
    'const Dated = <T extends new (...a: any[]) => object>(Base: T) => class extends Base {};\nnew (Dated(Dated(Map)))();',
    { '(anonymous, line 1)': 1 },
  ],
  'a class without a name': ['const make = () => new (class {})(); make();', { '(anonymous, line 1)': 1 }],
  'class expressions': [
    'const A = class {}; const o = { B: class {}, ["C"]: class {} }; let D; D = class Inner {}; new A(); new o.B(); new o.C(); new D();',
    { A: 1, B: 1, C: 1, Inner: 1 },
  ],
  'decorated classes': [
    'const d = (_: unknown, __: unknown) => {}; @d class A { @d m() {} @d x = 1; } @d class B extends A {} new A(); new B();',
    { A: 1, B: 1 },
  ],
  'a class beside a top-level using': [
    'using r = { [Symbol.dispose]() {} }; class A {} class B extends A {} new A(); new B(); void r;',
    { A: 1, B: 1 },
  ],
  'a constructor that returns another object': [
    'const o = {}; class A { constructor() { return o; } } new A();',
    { A: 1 },
  ],
  'Reflect.construct': ['class A {} class B extends A {} Reflect.construct(A, [], B);', { B: 1 }],
  'classes named like members of every object': [
    'class constructor {} class __proto__ {} class toString {} new constructor(); new __proto__(); new toString();',
    { constructor: 1, ['__proto__']: 1, toString: 1 },
  ],
  'names that our own code uses': [
    'class __track { values = 1; } class __define extends __track {} const define = 1, track = 2, target = 3; new __track(); new __define(); void [define, track, target];',
    { __track: 1, __define: 1 },
  ],
  'no class at all': ['export const x = 1;', {}],
};

describe('an instance is counted once', () => {
  test.each(Object.entries(forms))('%s', async (_, [source, expected]) => {
    expect(await counts(source)).toEqual(Object.entries(expected));
  });
});

test('super() in a computed key of an inner class stays right, though the machine’s engine refuses it of any program', async () => {
  const { name } = await exportsOf(
    'class A {} class B extends A { constructor() { class I { static [(super(), "k")] = 1; } new I(); } } export const { name } = new B().constructor;',
  );
  expect(name).toBe('B');
});

describe('a class keeps its own name', () => {
  test.each([
    ['export default class {}', 'default'],
    ['const A = class {}; export default A;', 'A'],
    ['const o = { A: class {} }; export default o.A;', 'A'],
    ['const A = class Inner {}; export default A;', 'Inner'],
    ['using r = null; const A = class {}; export default A; void r;', 'A'],
    ['export default [class {}][0];', ''],
  ])('%s', async (source, name) => {
    const exports = await exportsOf(source);
    expect(exports['default']).toHaveProperty('name', name);
  });

  test('and its length, and `extends null` fails as it always does', async () => {
    const exports = await exportsOf(
      'export class A { constructor(a: 1, b: 2) { void [a, b]; } } export class B extends A {}\n' +
        'export class N extends (null as unknown as typeof A) {}',
    );
    expect(exports['A']).toHaveLength(2);
    expect(exports['B']).toHaveLength(0);
    expect(() => Reflect.construct(exports['N'] as typeof Object, [])).toThrow(TypeError);
  });
});

describe('a site says where a class is and what to call it', () => {
  test('classes are numbered in the order of the source, with the line and column of the name', () => {
    expect(
      compile('\n@((_: unknown) => {})\nexport class A { x = class B {}; }\n  class C {}').sites,
    ).toEqual([
      { name: 'A', line: 3, column: 14 },
      { name: 'B', line: 3, column: 28 },
      { name: 'C', line: 4, column: 9 },
    ]);
  });

  test('equal names are told apart by line, and then by column', () => {
    const source = 'class Logger {}\n{ class Logger {} } { class Logger {} }\n[class {}, class {}];';
    expect(compile(source).sites.map(({ name }) => name)).toEqual([
      'Logger',
      'Logger (line 2)',
      'Logger (line 2:29)',
      '(anonymous, line 3)',
      '(anonymous, line 3:12)',
    ]);
  });

  test('an expression takes the name of what it is assigned to, through brackets and casts', () => {
    const source =
      'let A; A = (class {} as unknown); const o: any = {}; o.B = class {}; class X { static C = class {}; #d = class {}; }\n' +
      'const { E = class {} } = o; const f = (G = class {}) => G; o["H"] ??= class {}; const I = o ? class {} : 1;';
    expect(compile(source).sites.map(({ name }) => name)).toEqual([
      'A',
      'B',
      'X',
      'C',
      '#d',
      'E',
      'G',
      'H',
      '(anonymous, line 2)',
    ]);
  });

  test('control characters, half surrogates and endless names are fit to be shown', () => {
    const source = `const o = { 'a\\u0000b\\ud800': class {}, '${'x'.repeat(200)}': class {} };`;
    const [first, second] = compile(source).sites;
    expect(first?.name).toBe('a\\u0000b\\ud800');
    expect(second?.name).toBe(`${'x'.repeat(80)}…`);
  });

  test('classes that are only declared have no site', () => {
    const source = 'declare class A {} declare namespace N { class B {} } interface C {} class D {}';
    expect(compile(source).sites.map(({ name }) => name)).toEqual(['D']);
  });
});

describe('the language stays what it is', () => {
  test('`using` disposes in reverse order, and names and strings keep odd characters', async () => {
    const exports = await exportsOf(`
      export const log: string[] = [];
      class R { constructor(readonly n: string) {} [Symbol.dispose]() { log.push(this.n); } }
      { using a = new R('a\\u0000'); using b = new R('\\ud800'); void [a, b]; }
      async function later() { await using c = { async [Symbol.asyncDispose]() { log.push('c'); } }; void c; }
      await later();`);
    expect(exports['log']).toEqual(['\ud800', 'a\0', 'c']);
  });

  test('the same source gives the same code, map and sites, in an old compiler and a new one', () => {
    const source = forms['decorated classes']?.[0] ?? '';
    const first = compiler.compile(source);
    compiler.compile('class Other {}');
    expect(compiler.compile(source)).toEqual(first);
    expect(createCompiler().compile(source, '/elsewhere/named.ts')).toEqual(first);
  });
});
