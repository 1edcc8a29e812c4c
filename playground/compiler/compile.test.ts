/** A reader's mistake becomes a sentence on its line, whatever it is, and never an exception. */

import { globSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import type { Compilation } from './compile.ts';
import { mostDiagnostics } from './diagnostics.ts';
import { createCompiler } from '../node/compiler.ts';
import { wordedDiagnostic } from '../node/lab-json.ts';

const compiler = createCompiler();
const containing = (text: string): unknown => expect.stringContaining(text);
const matching = (pattern: RegExp): unknown => expect.stringMatching(pattern);
const programs = globSync('playground/scenarios/*/{leaky,fixed}.ts');
const members =
  'addCreateQuery(table: string) { void table; } addDataParts() {} sendResources() {} [Symbol.dispose]() {}';
const resource = `export class CnchServerResource { ${members} }`;

/** The findings of a compilation, as a reader gets them. */
const worded = ({ diagnostics }: Compilation) => diagnostics.map(wordedDiagnostic);

/** What the compiler says, as `line:column message`. */
function findings(source: string): readonly string[] {
  return worded(compiler.compile(source)).map((one) => `${one.line}:${one.column} ${one.message}`);
}

describe('programs of the scenarios', () => {
  test.each(programs)('%s compiles with no finding', (path) => {
    const { runnable, diagnostics } = compiler.compile(readFileSync(path, 'utf8'), path);
    expect(diagnostics).toEqual([]);
    expect(runnable).toBe(true);
  });

  test('there are some', () => expect(programs.length).toBeGreaterThan(1));
});

describe('types', () => {
  test('a type error is shown where it is, and the program runs on', () => {
    const compilation = compiler.compile(`${resource}\n\nexport const x: number = 'a';`);
    expect(compilation.runnable).toBe(true);
    expect(worded(compilation)).toEqual([
      {
        line: 3,
        column: 14,
        message: "Type 'string' is not assignable to type 'number'.",
        severity: 'error',
      },
    ]);
  });

  test('a syntax error stops a run', () => {
    const compilation = compiler.compile('let x = ;');
    expect(compilation).toMatchObject({ runnable: false });
    expect(compilation.compiled).toBeUndefined();
    expect(worded(compilation)).toEqual([
      { line: 1, column: 9, message: 'Expression expected.', severity: 'error' },
    ]);
  });

  test('reasons of reasons come as one text', () => {
    const [finding] = findings(`${resource}\nexport const f: (x: string) => void = (x: number) => void x;`);
    expect(finding?.split('\n').length).toBeGreaterThan(2);
  });

  test('a program has a console, timers and a clock, and nothing of a browser or of Node', () => {
    expect(
      findings(`${resource}
        console.log(1, 'a'); console.debug(); setTimeout((x: number) => void x, 10, 1); clearTimeout(setInterval(() => {}, 1));
        clearInterval(1); queueMicrotask(() => {}); performance.now().toFixed(); new WeakRef({}); [1].toSorted();
        document; fetch; Buffer;`),
    ).toEqual(
      ['document', 'fetch', 'Buffer'].map((name) =>
        matching(new RegExp(`^4:\\d+ Cannot find name '${name}'\\.$`)),
      ),
    );
  });

  test('hundreds of findings are cut short, with their number', () => {
    const diagnostics = worded(compiler.compile(`${resource}\n${'nothing;\n'.repeat(300)}`));
    expect(diagnostics).toHaveLength(mostDiagnostics);
    expect(diagnostics.at(-1)).toMatchObject({
      line: 101,
      message: containing('There are 201 more'),
    });
  });

  test('what runs does not depend on whether types were checked', () => {
    for (const path of globSync('playground/scenarios/*/{leaky,fixed*,wrong-*}.ts')) {
      const source = readFileSync(path, 'utf8');
      expect(createCompiler().emit(source).compilation).toEqual(compiler.compile(source));
    }
  });
});

describe('the contract', () => {
  const must = 'The program must export a class CnchServerResource';
  test.each([
    ['', `1:1 ${must}: write \`export class CnchServerResource …\`.`],
    ['let a = 1;\nclass CnchServerResource {}', `2:7 ${must}: write \`export\` before it.`],
    [
      'export default class CnchServerResource {}',
      `1:22 ${must}: leave out \`default\`; the server asks for it by name.`,
    ],
    [
      'export interface CnchServerResource {}',
      `1:18 ${must}; here it exports CnchServerResource as a type only.`,
    ],
    [
      'export const CnchServerResource = 5;',
      '1:14 CnchServerResource must be a class: the server makes instances of it.',
    ],
    [
      `export abstract class CnchServerResource { ${members} }`,
      '1:23 CnchServerResource must not be abstract: the server makes instances of it.',
    ],
    [
      `export class CnchServerResource { ${members.replace('addDataParts() {} ', '')} }`,
      '1:14 CnchServerResource has no addDataParts, which the server calls: (table: string, parts: readonly DataPart[]) => void | Promise<void>.',
    ],
    [
      `export class CnchServerResource { constructor(id: number) { void id; } ${members} }`,
      '1:14 The constructor of CnchServerResource takes `(id: number)`; the server calls it with `(server: Server, transaction: bigint)`.',
    ],
    [
      `export class CnchServerResource {\n${members.replace('sendR', '\nprivate sendR')} }`,
      '3:9 sendResources must be public: the server calls it.',
    ],
    [
      `export class CnchServerResource {\n${members.replace('table: string', 'table: number')} }`,
      '2:1 addCreateQuery is `(table: number) => void`; the server calls it as `(table: string, query: string) => void | Promise<void>`.',
    ],
    [
      `${resource}\nexport const gauges = { heldParts: 5 };`,
      '2:14 gauges is `{ heldParts: number; }`; the server needs `Gauges`.',
    ],
    [
      `${resource}\nexport const gauges = { held: () => 5 };`,
      '2:14 gauges is `{ held: () => number; }`; the server needs `Gauges`.',
    ],
    [`${resource}\nexport const Watch = 5;`, '2:14 Watch must be a class: the server makes instances of it.'],
    [
      `${resource}\nexport class Watch {}`,
      '2:14 Watch has no read, which the server calls: (gauge: string, value: number) => boolean.',
    ],
  ])('%s', (source, expected) => {
    expect(findings(source)).toEqual([expected]);
    expect(compiler.compile(source).runnable).toBe(true);
  });

  test.each([
    `class R { ${members} }\nexport { R as CnchServerResource };`,
    `class R { ${members} }\nexport class CnchServerResource extends R {}`,
    `export const CnchServerResource = class { ${members} };`,
    `export class CnchServerResource { ${members.replace('addDataParts()', 'async addDataParts()')} }`,
    `${resource}\nexport const gauges = { sent: () => 5, other: () => 'mine' };`,
    `${resource}\nexport type gauges = number;`,
  ])('is met by: %s', (source) => expect(findings(source)).toEqual([]));

  test('a class that says what it implements gets TypeScript’s own words, and not ours on top', () => {
    const source = `import type { ServerResource } from 'server';\nexport class CnchServerResource implements ServerResource { ${members.replace(': string', ': number')} }`;
    expect(findings(source)).toEqual([matching(/^2:61 Property 'addCreateQuery' in type/)]);
  });

  test('an error on the first line does not hide that an export is missing', () => {
    expect(findings('nothing;')).toHaveLength(2);
  });
});

describe('imports', () => {
  const none = (module: string) => `There is no module '${module}' here: a program can import types from`;
  const dynamic = 'A program can import modules only at its top, not by `import(…)`.';
  test.each([
    ["import fs from 'fs'; fs.x;", none('fs')],
    ["import 'fs';", none('fs')],
    ["import * as z from './z'; void z;", none('./z')],
    ["export * from 'zod';", none('zod')],
    ["import 'server';", "Only types can be imported from 'server'"],
    ["void import('fs');", dynamic],
    ["void import(`le${'ak'}-lab:census`);", dynamic],
    ["import { track } from 'leak-lab:census'; track();", none('leak-lab:census')],
  ])('%s cannot run', (source, message) => {
    const compilation = compiler.compile(`${resource}\n${source}`);
    const diagnostics = worded(compilation);
    expect(compilation.runnable).toBe(false);
    expect(diagnostics[0]).toMatchObject({ line: 2, message: containing(message) });
    expect(diagnostics.map((one) => one.message).join()).not.toContain('Cannot find module');
  });

  test.each([
    "import type { X } from './x';",
    "import { type X } from 'x';",
    "import { X } from 'x'; let x: X | 1 = 1; void x;",
  ])('%s is wrong, and runs', (source) => {
    const compilation = compiler.compile(`${resource}\n${source}`);
    const diagnostics = worded(compilation);
    expect(diagnostics).toHaveLength(1);
    expect(diagnostics[0]).toMatchObject({ line: 2, message: containing('There is no module') });
    expect(compilation.runnable).toBe(true);
  });

  test.each([
    "import type { Server } from 'server'; let s: Server | 1 = 1; void s;",
    "import { Server } from 'server'; let s: Server | 1 = 1; void s;",
    "let s: import('server').Server | 1 = 1; void s;",
    "export type { Server } from 'server';",
  ])('%s is right', (source) => {
    expect(compiler.compile(`${resource}\n${source}`)).toMatchObject({ runnable: true, diagnostics: [] });
  });

  test.each(['<reference lib="dom" />', '<reference path="./x.ts" />', '<reference types="node" />'])(
    '%s brings nothing in',
    (reference) => {
      const found = findings(`/// ${reference}\n${resource}\ndocument;`);
      expect(found).toEqual([
        containing('cannot refer to other files'),
        containing("Cannot find name 'document'"),
      ]);
    },
  );
});

describe('sources that are not meant well end with a sentence, soon', () => {
  test.each([
    [
      '1 MB',
      'x;'.repeat(500_000),
      '1:1 The program has 1,000,000 characters; at most 200,000 are compiled. Shorten it.',
    ],
    ['open brackets', `let a = ${'('.repeat(50_000)}`, '1:50008 The program is nested too deeply'],
    [
      'nested arrays',
      `let a = ${'['.repeat(50_000)}${']'.repeat(50_000)}`,
      '1:50008 The program is nested too deeply here',
    ],
    ['a long sum', `\nlet a =\n 1${'+1'.repeat(90_000)};`, '3:2 The program is nested too deeply here'],
    [
      'a chain of arrows',
      `void 0;\nlet a = ${'x => '.repeat(30_000)}1;`,
      '2:1 The program is nested too deeply here',
    ],
    [
      'nested classes',
      `class A ${'{ m() { class A \n'.repeat(2_000)}{}${'}}'.repeat(2_000)}`,
      '2001:1 The program is nested too deeply here',
    ],
    [
      'a null byte',
      "let a = 1;\nlet b = '\0';",
      '2:10 Here the source has a null byte. Write it as the escape \\u0000.',
    ],
    ['half a character', "\r\nlet a = '\ud800';", '2:10 Here the source has half of a surrogate pair.'],
  ])('%s', (_, source, message) => {
    const { runnable, diagnostics } = compiler.compile(source);
    expect(runnable).toBe(false);
    expect(diagnostics).toHaveLength(1);
    const [only] = diagnostics.map(wordedDiagnostic);
    expect(`${only?.line}:${only?.column} ${only?.message}`).toContain(message);
  });

  test('thousands of classes are compiled', () => {
    const source = Array.from({ length: 4_000 }, (_, i) => `class A${i} { x = new A${i}(); }`).join('\n');
    expect(compiler.compile(`${resource}\n${source}`).compiled?.sites).toHaveLength(4_001);
  });

  test('and the next program compiles as if nothing had been', () => {
    expect(compiler.compile(resource)).toMatchObject({ runnable: true, diagnostics: [] });
  });
});
