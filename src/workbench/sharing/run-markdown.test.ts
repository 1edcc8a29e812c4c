/** A run as Markdown tells its numbers, and nothing that a program says is read as Markdown. */

import fc from 'fast-check';
import { beforeAll, expect, test, vi } from 'vitest';

import { emptyResult } from '#playground/node/empty-result.ts';
import { usualWorkload } from '#playground/scenarios/usual-workload.ts';
import { loadMachineWords } from '#src/strings/machine-words.ts';
import { fenced, runMarkdown, type ToldRun } from './run-markdown.ts';

const failure = { kind: 'runtime', what: { type: 'no class' } } as const;
const result = emptyResult({
  scenario: 'capstone',
  program: 'mine',
  workload: usualWorkload,
  diagnostics: [],
  failure,
  sites: [],
});
const told: ToldRun = {
  scenario: 'Capstone',
  program: 'mine',
  source: 'export class CnchServerResource {}\n',
  workload: '10,000 transactions',
  result,
  traces: [],
  machineHash: '0123456789',
  scenarioHash: 'abcdef0123',
  link: 'https://example.org/playground/capstone/#run=capstone.AbC-_1',
};

beforeAll(async () => {
  vi.stubGlobal('document', { documentElement: { lang: 'en' } });
  await loadMachineWords();
});

test('it tells program, workload, verdict, checks, code and the link', () => {
  const text = runMarkdown(told);
  for (const part of [
    'Capstone, mine',
    '10,000 transactions',
    '**The program threw an error**',
    told.link ?? '',
  ])
    expect(text).toContain(part);
  expect(text).toContain('```ts\nexport class CnchServerResource {}\n```');
});

test('without a run it has no numbers, and says so', () => {
  const text = runMarkdown({ ...told, result: undefined });
  expect(text).toContain('Not run with this workload.');
  expect(text).not.toContain('Memory at the end');
});

test('what all checks say of a program that failed is told once', () => {
  const checks = ['one', 'other'].map((id) => ({
    id,
    passed: false,
    message: { type: 'never sent' } as const,
  }));
  const text = runMarkdown({ ...told, result: { ...result, checks } });
  expect(text).toContain('Checks: 0 of 2 passed');
  expect(/^Checks: .*\n(?:- .*\n)*/m.exec(text)?.[0].match(/^- /gm)).toHaveLength(1);
});

test('what keeps objects alive is told where it is known', () => {
  const text = runMarkdown({ ...told, traces: [['LEAK  1.00 Logger', '╰→ Logger']] });
  expect(text).toContain('```text\nLEAK  1.00 Logger\n╰→ Logger\n```');
});

test('no code ends its own fence', () => {
  const row = fc.string({ unit: fc.constantFrom('`', '~', '\n', 'a', ' '), maxLength: 60 });
  fc.assert(
    fc.property(row, (code) => {
      const lines = fenced('ts', code).split('\n');
      const fence = /^`+/.exec(lines[0] ?? '')?.[0] ?? '';
      expect(lines.at(-1)).toBe(fence);
      expect(lines.slice(1, -1).some((line) => line.includes(fence))).toBe(false);
    }),
  );
});

test('a class that is called like a picture stays a name', () => {
  const name = '![x](http://evil.example) | <img src=x> @everyone\n# top';
  const finding = { ...result.verdict.bytes, line: 1 };
  const verdict = { ...result.verdict, classes: { [name]: finding } };
  const text = runMarkdown({ ...told, result: { ...result, verdict } });
  expect(text).not.toMatch(/(?<!\\)<img|(?<!\\)!?\[x|^# top|@everyone/m);
});
