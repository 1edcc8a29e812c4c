/** The README's tree is the repository's: every folder it names is there, and every folder there is named. */

import { existsSync, globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, test } from 'vitest';

const root = fileURLToPath(new URL('..', import.meta.url));
const read = (file: string): string => readFileSync(root + file, 'utf8');

/** Paths that the tree names: a line that is indented belongs to the folder above it. */
function namedInTree(): readonly string[] {
  const [, tree = ''] = /## The tree\n+```\n([^]*?)```/.exec(read('README.md')) ?? [];
  let top = '';
  return tree
    .trimEnd()
    .split('\n')
    .map((line) => {
      const [, indent = '', name = ''] = /^( *)(\S+)/.exec(line) ?? [];
      if (indent === '') top = name;
      return indent === '' ? name : top + name;
    });
}

/** Those with files in them: git leaves empty ones behind when files move. */
const foldersOf = (folder: string): readonly string[] => [
  ...new Set(
    globSync('*/**/*.*', { cwd: root + folder }).map((file) => `${folder}${file.split(path.sep)[0]}/`),
  ),
];

test('every path of the tree is there', () => {
  expect(namedInTree().length).toBeGreaterThan(20);
  expect(namedInTree().filter((named) => !existsSync(root + named))).toEqual([]);
});

test.each(['src/', 'playground/'])('every folder of %s is in the tree', (folder) => {
  expect(foldersOf(folder).filter((named) => !namedInTree().includes(named))).toEqual([]);
});

test('every path that a text for contributors names is there', () => {
  const all = ['README.md', 'CONTRIBUTING.md'].flatMap((file) =>
    [...read(file).matchAll(/`((?:playground|src|content|tests|scripts|public)\/[\w./-]+)`/g)].map(
      ([, named = '']) => named,
    ),
  );
  expect(all.length).toBeGreaterThan(20);
  expect(all.filter((named) => !existsSync(root + named) && !named.includes('NN-name'))).toEqual([]);
});
