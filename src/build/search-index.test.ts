/** A search index that would find nothing never leaves the build. */

import { expect, test } from 'vitest';

import { type IndexFile, partsFile, wholeIndex } from './search-index.ts';

const files = [
  'pagefind.js',
  'pagefind-entry.json',
  'wasm.en.pagefind',
  'pagefind.en_1.pf_meta',
  'index/en_1.pf_index',
  'index/en_2.pf_index',
  'fragment/en_3.pf_fragment',
].map((path): IndexFile => ({ path, content: Uint8Array.of(1) }));

test('a whole index is written with a list of its parts', () => {
  const written = wholeIndex(files);
  expect(written.slice(0, -1)).toEqual(files);
  const list = written.at(-1);
  expect(list?.path).toBe(partsFile);
  expect(JSON.parse(new TextDecoder().decode(list?.content))).toEqual([
    'index/en_1.pf_index',
    'index/en_2.pf_index',
  ]);
});

test.each(files.map(({ path }) => path))('an empty %s stops the build', (path) => {
  const broken = files.map((file) => (file.path === path ? { path, content: new Uint8Array() } : file));
  expect(() => wholeIndex(broken)).toThrow(`${path} is empty`);
});

test.each(['pagefind.js', 'pagefind-entry.json', 'wasm.en.pagefind', 'pagefind.en_1.pf_meta'])(
  'a missing %s stops the build',
  (path) => {
    expect(() => wholeIndex(files.filter((file) => file.path !== path))).toThrow(
      'The search index is broken',
    );
  },
);

test('interfaces that no page loads are left out, even where they are broken', () => {
  const unused = [
    'pagefind-ui.js',
    'pagefind-component-ui.css',
    'pagefind-modular-ui.js',
    'pagefind-worker.js',
  ];
  const more = unused.map((path): IndexFile => ({ path, content: new Uint8Array() }));
  expect(wholeIndex([...files, ...more])).toHaveLength(files.length + 1);
});
