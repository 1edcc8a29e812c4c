/** A copy of a program is told from a program of one's own, whatever was done to its looks. */

import { expect, test } from 'vitest';

import { createCompiler } from '../node/compiler.ts';
import { programNames, readProgram } from '../node/programs.ts';
import { scenarioIds } from '../scenarios/scenarios.ts';
import { programShape } from './program-shape.ts';

const compiler = createCompiler();
function shapeOf(source: string): string {
  const { compiled } = compiler.compile(source);
  if (compiled === undefined) throw new Error('It does not compile.');
  return programShape(compiled.code);
}

const solution = await readProgram('logger-per-transaction', 'fixed');
const dressed: readonly (readonly [change: string, program: string])[] = [
  ['white space and comments', solution.replaceAll('\n', '\n\n  // mine\n').replaceAll(' =', '   =')],
  ['names of classes', solution.replaceAll('Logger', 'MyOwnLog')],
  ['names of fields and methods', solution.replaceAll('#log', '#sink').replaceAll('debug(', 'note(')],
  [
    'names of variables',
    solution.replaceAll('loggers', 'a').replaceAll('worker ', 'w ').replaceAll('worker.', 'w.'),
  ],
  [
    'a parameter that was short for a property',
    solution.replaceAll('text:', 'words:').replace("debug', text", "debug', text: words"),
  ],
  ['texts', solution.replaceAll("'ServerResource'", "'TheOneLogger'")],
  [
    'types',
    solution.replaceAll(
      'const loggers = new Map<string, Logger>()',
      'const loggers: Map<string, Logger> = new Map()',
    ),
  ],
  ['braces', solution.replace(/(for \(const worker of this.#requested\)) (.*;)/, '$1 { $2 }')],
  ['const and let', solution.replaceAll('const ', 'let ')],
];

test.each(dressed)('%s do not hide a copy', (_, program) => {
  expect(program).not.toBe(solution);
  expect(shapeOf(program)).toBe(shapeOf(solution));
});

test('the order of members and declarations does not hide a copy', () => {
  const one =
    'class A { x = 1; #y = [2]; go() { return this.#y; } }\nclass B {}\nexport const f = () => new A();';
  const other =
    'export const f = () => new A();\nclass B {}\nclass A { go() { return this.#y; } #y = [2]; x = 1; }';
  expect(shapeOf(other)).toBe(shapeOf(one));
});

test('a number, an operator or a step more makes another program', () => {
  const one = 'export const f = (a: number[]) => { if (a.length > 3) a.pop(); };';
  for (const other of [
    'export const f = (a: number[]) => { if (a.length > 4) a.pop(); };',
    'export const f = (a: number[]) => { if (a.length >= 3) a.pop(); };',
    'export const f = (a: number[]) => { if (a.length > 3) { a.pop(); a.pop(); } };',
  ]) {
    expect(shapeOf(other)).not.toBe(shapeOf(one));
  }
});

test('what is emitted and is no JavaScript has a shape of its own', () => {
  const broken = 'class A { #x = 1; go() { #x(2); } }';
  expect(shapeOf(broken)).toBe(shapeOf(broken));
  expect(shapeOf(broken)).not.toBe(shapeOf('class A { #x = 1; go() { #x(3); } }'));
});

test.each(scenarioIds)(
  '%s: nothing but the same right program is taken for one of its right ones',
  async (id) => {
    const names = await programNames(id);
    const shapes = new Map<string, string>();
    for (const name of names) shapes.set(name, shapeOf(await readProgram(id, name)));
    const right = names.filter((name) => name.startsWith('fixed'));
    expect(right.length).toBeGreaterThan(0);
    for (const name of right) {
      expect(names.filter((other) => shapes.get(other) === shapes.get(name))).toEqual([name]);
    }
  },
);
