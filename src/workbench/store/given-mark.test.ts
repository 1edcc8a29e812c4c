/** A given program is known again, however it is laid out, and a changed one is the reader's own. */

import { expect, test } from 'vitest';

import { createCompiler } from '#playground/node/compiler.ts';
import { programNames, readProgram } from '#playground/node/programs.ts';
import { markOf } from './given-mark.ts';

const compiler = createCompiler();
const scenario = 'logger-per-transaction';
const markOfSource = (source: string): string =>
  markOf(compiler.compile(source, 'mine').compiled?.code ?? '');

test.each(['leaky', 'fixed', 'fixed-owned', 'wrong-silent'])(
  'comments, white space, quotes, types and line ends make %s no other program',
  async (name) => {
    const source = await readProgram(scenario, name);
    const mark = markOfSource(source);
    for (const same of [
      `/* mine */\n\n${source}\n// mine\n`,
      source.replaceAll('\n', '\r\n'),
      source.replaceAll(/^ +/gm, '').replaceAll('{\n', '{\n\n  // here\n'),
      source.replaceAll("'", '"'),
      `${source}\ntype Mine = string;\ninterface Ours { mine: Mine }\n`,
    ]) {
      expect(markOfSource(same)).toBe(mark);
    }
  },
);

test('one more statement, another name or another value makes a program of one’s own', async () => {
  const source = await readProgram(scenario, 'leaky');
  const mark = markOfSource(source);
  for (const other of [
    `${source}\nconst mine = 1;\n`,
    source.replaceAll('getLogger', 'loggerOf'),
    source.replace("'debug'", "'info'"),
    source.replace('return logger;', 'loggers.delete(name);\n    return logger;'),
  ]) {
    expect(other).not.toBe(source);
    expect(markOfSource(other)).not.toBe(mark);
  }
});

test('no two programs of a scenario have the same mark', async () => {
  const names = await programNames(scenario);
  const marks = await Promise.all(names.map(async (name) => markOfSource(await readProgram(scenario, name))));
  expect(new Set(marks).size).toBe(names.length);
});
