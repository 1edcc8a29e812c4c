/** The reference of the model server says what its types say, whole. */

import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { declarationsOf } from './declarations.ts';

const read = (path: string): string =>
  readFileSync(new URL(`../../playground/${path}`, import.meta.url), 'utf8');
const contract = read('guest/contract/server.d.ts');
const environment = read('guest/contract/globals/environment.d.ts');

test('every exported type of the contract is there, in its order', () => {
  const exported = [...contract.matchAll(/^ {2}export (?:interface|type) (\w+)/gm)].map(([, name]) => name);
  expect(exported.length).toBeGreaterThan(5);
  expect(declarationsOf(contract).map(({ name }) => name)).toEqual(exported);
});

test('everything that a program finds around it is there', () => {
  const declared = [...environment.matchAll(/^(?:interface|type|declare (?:var|function)) (\w+)/gm)];
  const names = new Set(declared.map(([, name]) => name));
  const shown = declarationsOf(environment);
  expect(new Set(shown.map(({ name }) => name))).toEqual(names);
  expect(shown.filter(({ name }) => name === 'setTimeout')).toHaveLength(1);
});

test('a member comes with its signature in one line and its comment', () => {
  const sink = declarationsOf(contract).find(({ name }) => name === 'LogSink');
  expect(sink?.members).toEqual([
    {
      name: 'open',
      signature: 'open(name: string): LogChannel',
      doc: 'Opens a channel. Two channels may have the same name.',
    },
  ]);
});

test('no comment of the source is lost, and none is told twice', () => {
  const all = declarationsOf(contract);
  const told = all.flatMap(({ doc, members }) => [doc, ...members.map((member) => member.doc)]);
  const comments = [...contract.matchAll(/^ {2,}\/\*\*/gm)];
  expect(told.filter((doc) => doc !== '')).toHaveLength(comments.length);
  expect(all.map(({ code }) => code).join('\n')).not.toContain('/**');
});

test('a declaration that no page could show stops the build', () => {
  expect(() => declarationsOf('export {};')).toThrow('No page knows how to show');
});
