/** Sources that readers can follow. */

import { expect, test } from 'vitest';

import { sourceLink } from './source-link.ts';

test('a commit, an issue and a tag lead to their pages', () => {
  expect(sourceLink('ByConity@eb9075c3b7').href).toBe(
    'https://github.com/ByConity/ByConity/commit/eb9075c3b7',
  );
  expect(sourceLink('ClickHouse#58831').href).toBe('https://github.com/ClickHouse/ClickHouse/issues/58831');
  expect(sourceLink('ByConity:1.0.0').href).toBe('https://github.com/ByConity/ByConity/tree/1.0.0');
});

test('a file of a tag leads to the file, and to its line', () => {
  expect(sourceLink('ByConity:0.4.2:src/Storages/MergeTree/Reader.cpp#L93')).toEqual({
    label: 'ByConity 0.4.2: Reader.cpp',
    href: 'https://github.com/ByConity/ByConity/blob/0.4.2/src/Storages/MergeTree/Reader.cpp#L93',
  });
  expect(sourceLink('ByConity:0.4.2:src/A.h').href).toBe(
    'https://github.com/ByConity/ByConity/blob/0.4.2/src/A.h',
  );
});

test('a mistyped source stops the build with the mend', () => {
  for (const reference of ['ByConity', 'ByConity@xyz', 'Byconity#1735', 'constructor#1']) {
    expect(() => sourceLink(reference)).toThrow('write ByConity@<commit>');
  }
});
