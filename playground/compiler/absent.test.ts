/** What a program could do elsewhere and not here is told in a sentence, in the editor and when it runs. */

import { expect, test } from 'vitest';
import { programWith, runSource } from '../testing/run-for-tests.ts';
import { createCompiler } from '../node/compiler.ts';
import { en } from '../words/en/en.ts';

const compiler = createCompiler();
const messages = (top: string): readonly string[] =>
  compiler.compile(programWith({ top })).diagnostics.map((one) => en.diagnosticWords(one));

test.each([
  ["new Intl.NumberFormat('en');", /^Intl is not here: this machine has no locales\./],
  ['let format: Intl.NumberFormat | undefined;', /^Intl is not here/],
  ["(5).toLocaleString('en');", /Locales and their options are not here/],
  ["const fs = require('fs'); void fs;", /^require is not here: a program is an ES module\./],
  ['Array.prototype.map = null!;', /^Built-ins are read-only here.*Array\.prototype\.map cannot be set\.$/],
  ['console.log = () => {};', /^Built-ins are read-only here.*console\.log cannot be set\.$/],
])('%s', (top, message) => {
  expect(messages(top)).toEqual([expect.stringMatching(message)]);
});

test.each([
  'const own = { prototype: { a: 1 } }; own.prototype.a = 2;',
  'class Map { size = 1 } Map.prototype.size = 2;',
  "import { EventEmitter } from 'node:events'; EventEmitter.defaultMaxListeners = 20;",
  'new AbortController().signal.onabort = null;',
  'void new Promise((resolve) => setTimeout(resolve, 3));',
  'const timer: number | undefined = setTimeout(() => {}, 5); clearTimeout(timer);',
  'const timer: NodeJS.Timeout = setInterval(() => {}, 5); timer.unref(); clearInterval(timer);',
  'Object.groupBy([1], String); new Set([1]).union(new Set()); Error.captureStackTrace({});',
])('%s is right', (top) => {
  expect(messages(top)).toEqual([]);
});

test.each([
  [
    'declare const Intl: any; new Intl.Collator();',
    'ReferenceError: Intl is not defined: this machine has no',
  ],
  ['Map.prototype.set = null!;', "TypeError: 'set' is read-only: built-ins"],
  ['Object.assign(Array.prototype, { last: 1 });', 'TypeError: object is not extensible: built-ins'],
])('%s fails with its reason', async (top, message) => {
  const { failure } = await runSource(programWith({ top }), { transactions: 1 });
  expect(failure && en.failureWords(failure)).toContain(message);
});
