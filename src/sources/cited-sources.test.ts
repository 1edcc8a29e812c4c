/** The page of sources lists what pages cite: all of it, once. */

import { expect, test } from 'vitest';

import { citedSources } from './cited-sources.ts';

test('a source that two pages cite is listed once, with both', () => {
  const text = `<Source of="ByConity#1735" /> and sources: ['ByConity#1735', 'ByConity@eb9075c3b7']`;
  const cited = citedSources([
    { from: 'one', text },
    { from: 'two', text: '<Source of="ByConity#1735" />' },
  ]);
  expect(cited.map(({ label, citedFrom }) => [label, citedFrom])).toEqual([
    ['ByConity #1735', ['one', 'two']],
    ['ByConity eb9075c3b7', ['one']],
  ]);
});

test('a file of a tag is listed as what was read of it', () => {
  const text = `<Source of="ByConity:0.4.2:src/A.h#L9" /> and <Source of="ByConity:0.4.2" />`;
  expect(citedSources([{ from: 'one', text }]).map(({ label }) => label)).toEqual([
    'ByConity 0.4.2',
    'ByConity 0.4.2: A.h',
  ]);
});

test('a plain link outside is listed by its words, a link inside the site is not', () => {
  const text = 'See [Node](https://nodejs.org/api/v8.html), [chapter 3](../course/03-x/) and `"node:v8"`.';
  expect(citedSources([{ from: 'one', text }])).toEqual([
    { label: 'Node', href: 'https://nodejs.org/api/v8.html', read: '2026-11-23', citedFrom: ['one'] },
  ]);
});
