/** An error at run time is shown on the line where its reader wrote the cause. */

import { describe, expect, test } from 'vitest';
import type { CompiledProgram } from '../record.ts';
import { createCompiler } from '../node/compiler.ts';
import { runCompiled, stackOf } from '../testing/run-compiled.ts';
import { createPositions } from './positions.ts';

const compiler = createCompiler();

const boom = "JSON.parse('?')";

/** Each source throws where the text `boom()` stands, which becomes a call of something built in. */
const throwing: Readonly<Record<string, string>> = {
  'a statement': '\n\n  boom();',
  'a method': 'class A {\n  m() {\n    boom();\n  }\n}\nnew A().m();',
  'a constructor': 'class A {\n  constructor(readonly x: number) {\n\n    boom();\n  }\n}\nnew A(1);',
  'a field': 'class A {\n  x = 1;\n\n  y = boom();\n}\nnew A();',
  'a static block': 'class A {\n  static x = 1;\n  static {\n    boom();\n  }\n}',
  'an argument of super':
    'class A {}\nclass B extends A {\n  constructor() {\n    super(\n      boom());\n  }\n}\nnew B();',
  'after super':
    'class A {}\nclass B extends A {\n  constructor() {\n    super();\n    boom();\n  }\n}\nnew B();',
  'after types that vanish':
    'interface I {\n  x: number;\n}\ntype T = I;\n/* a\n comment */\ndeclare const t: T;\nboom();',
  'after a using': 'function f() {\n  using r = { [Symbol.dispose]() {} };\n  void r;\n\n  boom();\n}\nf();',
  'after a using at the top': 'using r = { [Symbol.dispose]() {} };\nvoid r;\nclass A {}\nnew A();\nboom();',
  'in a dispose':
    'function f() {\n  using r = { [Symbol.dispose]() {\n    boom();\n  } };\n  void r;\n}\nf();',
  'a decorated method':
    'const d = (_: unknown, __: unknown) => {};\nclass A {\n  @d\n  m() {\n    boom();\n  }\n}\nnew A().m();',
  'an enum': 'enum E {\n  A = 1,\n  B = boom(),\n}\nvoid E;',
  'with CRLF': 'let a = 1;\r\nvoid a;\r\n\r\nboom();',
};

describe('an error comes back on its line and column', () => {
  test.each(Object.entries(throwing))('%s', async (_, body) => {
    const source = body.replace('boom()', boom);
    const { compiled, error } = await runUntilError(source);
    const before = source.slice(0, source.indexOf(boom)).split(/\r?\n/);
    const column = (before.at(-1) ?? '').length + 'JSON.'.length + 1;
    expect(stackOf(error, compiled)[0]).toEqual({ line: before.length, column });
  });
});

test('a class without constructor stands in the stack at its name', async () => {
  const { compiled, error } = await runUntilError(
    `class A {\n  constructor() {\n    ${boom};\n  }\n}\n\nclass B extends A {}\nnew B();`,
  );
  expect(stackOf(error, compiled).map(({ line }) => line)).toEqual([3, 7, 8]);
});

test('code that nobody wrote has no place, and neither has a line that is not there', () => {
  const compiled = compile('using r = null;\nvoid r;');
  const positions = createPositions(compiled.map);
  expect(compiled.code.split('\n')[0]).toContain('__addDisposableResource');
  expect(positions(1, 5)).toBeUndefined();
  expect(positions(0, 1)).toBeUndefined();
  expect(positions(10_000, 1)).toBeUndefined();
});

function compile(source: string): CompiledProgram {
  const { compiled } = compiler.compile(source);
  if (compiled === undefined) throw new Error('does not compile');
  return compiled;
}

async function runUntilError(source: string): Promise<{ compiled: CompiledProgram; error: unknown }> {
  const compiled = compile(source);
  const error: unknown = await runCompiled(compiled).catch((thrown: unknown) => thrown);
  return { compiled, error };
}
