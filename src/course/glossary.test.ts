/** The glossary as data, and the terms that chapters explain by it. */

import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

import { anchorOf, glossaryTexts } from './glossary.ts';

const texts = glossaryTexts(readFileSync('content/en/reference/glossary.mdx', 'utf8'));

test('a term is told from what stands beside it in its cell', () => {
  expect(texts.get('in flight')).toBe('Said of a transaction that has begun and has not ended.');
  expect(texts.get('leak')).toMatch(/^Memory that grows/);
  expect(texts.get('context')).toMatch(/^What ByConity keeps/);
  expect(texts.has('Term')).toBe(false);
  expect(anchorOf('use after release')).toBe('use-after-release');
});

test('terms have addresses of their own, and each says something', () => {
  expect(new Set([...texts.keys()].map(anchorOf)).size).toBe(texts.size);
  for (const [term, text] of texts) expect(text.length, term).toBeGreaterThan(15);
});

test('every term that a chapter explains is in the glossary, and is explained once in it', () => {
  const chapters = globSync('content/en/course/*.mdx');
  const used = chapters.map((file) =>
    [...readFileSync(file, 'utf8').matchAll(/<Term(?: of="([^"]+)")?>([^<]*)<\/Term>/g)].map(
      ([, of, shown = '']) => of ?? shown,
    ),
  );
  for (const terms of used) expect(new Set(terms).size).toBe(terms.length);
  const all = used.flat();
  expect(all.length).toBeGreaterThan(15);
  for (const term of all) expect(texts.has(term), term).toBe(true);
});
