/** No figure of a page is typed by hand that could be computed: what is typed is listed, with where it comes from. */

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';

import { expect, test } from 'vitest';

import { figuresOfWords, typedFigures } from '#src/build/typed-figures.ts';
import { givenFigures } from '#src/sources/given-figures.ts';

const content = path.resolve('content/en');
const read = (file: string): string => readFileSync(path.resolve(file), 'utf8');
const pages = [
  ...globSync('**/*.mdx', { cwd: content }).map((file) => {
    const mdx = read(path.join(content, file));
    return { page: file.slice(0, -'.mdx'.length), figures: typedFigures(mdx), sources: mdx };
  }),
  ...['article', 'pages'].map((name) => ({
    page: `strings/${name}`,
    figures: figuresOfWords(read(`src/strings/en/${name}.ts`)),
    sources: read('src/sources/article-points.ts'),
  })),
];
const given = (page: string) => givenFigures[page] ?? [];

test.each(pages)('$page: each figure comes from a run, or is listed with its origin', ({ page, figures }) => {
  const unlisted = figures.filter(
    ({ figure, about }) => !given(page).some(({ words }) => words.includes(figure) && about.includes(words)),
  );
  expect(unlisted.map(({ about }) => about)).toEqual([]);
});

test.each(pages)(
  '$page: what is listed stands there, and its source is cited',
  ({ page, figures, sources }) => {
    for (const { words, origin } of given(page)) {
      expect(
        figures.some(({ figure, about }) => words.includes(figure) && about.includes(words)),
        words,
      ).toBe(true);
      if (origin.type === 'source') expect(sources, words).toContain(origin.source);
    }
  },
);

test('no page is listed that is not there', () => {
  expect(Object.keys(givenFigures).filter((listed) => !pages.some(({ page }) => page === listed))).toEqual(
    [],
  );
});
