/** A program that the engine cannot read does not compile; one that throws a SyntaxError of its own has run. */

import { describe, expect, test } from 'vitest';
import { programWith, runSource } from '../testing/run-for-tests.ts';
import { createCompiler } from '../node/compiler.ts';
import { wordedFailure } from '../node/lab-json.ts';
import { withCompilersFinding } from './unread.ts';

const compiler = createCompiler();
const usual = programWith({});

async function failureOf(source: string) {
  const { diagnostics } = compiler.compile(source);
  const { failure } = withCompilersFinding(await runSource(source), diagnostics);
  return failure && wordedFailure(failure);
}

describe('what TypeScript calls an error and emits all the same', () => {
  test.each([
    ['return 1;', 1, /'return' statement/],
    ['\nfor (const x of [1]) (() => { break; })();', 2, /Jump target/],
    ['\nfunction f() { await 1; }', 2, /'await' expressions/],
    ['let a = 1;\nlet a = 2;', 2, /Cannot redeclare/],
    ['class A {}\nclass A {}', 1, /Duplicate identifier/],
    ['class A { has() { return this.#b; } }', 1, /'#b'/],
    ['export { nothing };', 1, /Cannot find name 'nothing'/],
    ["const wrong: number = '';\nwith (console) {}", 2, /'with' statements/],
    ['// @ts-nocheck\nwith (console) {}', 2, /SyntaxError: invalid keyword/],
  ])('%s', async (source, line, message) => {
    expect(await failureOf(`${source}\n${usual}`)).toEqual({
      kind: 'compile',
      line,
      message: expect.stringMatching(message),
    });
  });
});

test.each([
  "JSON.parse('{');",
  "throw new SyntaxError('mine');",
  "await Promise.reject(new SyntaxError('mine'));",
])('%s is an error of a program that runs', async (source) => {
  expect(await failureOf(`\n${source}\n${usual}`)).toMatchObject({ kind: 'runtime', line: 2 });
});

test('lines are the editor’s, which go on over U+2028', async () => {
  const separated = 'const text = "in\u2028side\u2029";\n// \u2028\nvoid text;\n';
  expect(await failureOf(`${separated}throw new Error('here');\n${usual}`)).toMatchObject({ line: 4 });
  const { diagnostics, compiled } = compiler.compile(
    `${separated}const n: number = text;\nclass A {}\n${usual}`,
  );
  expect(diagnostics).toMatchObject([{ line: 4, column: 7 }]);
  expect(compiled?.sites[0]).toMatchObject({ name: 'A', line: 5, column: 7 });
});
