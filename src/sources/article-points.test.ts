/** The article's points: each is judged once, taught somewhere, and shown by the chapters that teach it. */

import { globSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

import { pageWords } from '#src/strings/page-words.ts';
import { chapters as slugs } from '#src/course/course.ts';
import { articlePoints, evidenceChapter, pointsOf } from './article-points.ts';
import { sourceLink } from './source-link.ts';

const content = path.resolve('content');
/** Source of each chapter, in each language, with its number. */
const pages = globSync('*/course/*.mdx', { cwd: content }).map((file) => {
  const text = readFileSync(path.join(content, file), 'utf8');
  return { file, chapter: Number(/^chapter: (\d+)$/m.exec(text)?.[1]), text };
});

test('each of the article’s 21 points has one entry, in order', () => {
  expect(articlePoints.map(({ id }) => id)).toEqual(
    Array.from({ length: 21 }, (_, index) => `A${index + 1}`),
  );
});

test('each point is taught by a chapter that there is', () => {
  const numbers = pages.map(({ chapter }) => chapter);
  for (const { chapters } of articlePoints) {
    expect(chapters.length).toBeGreaterThan(0);
    expect(chapters.filter((chapter) => !numbers.includes(chapter))).toEqual([]);
  }
});

test.each(pages)('$file: its chapter shows each point that it teaches once', ({ file, chapter }) => {
  const language = file.split('/', 1)[0];
  const own = pages.filter((page) => page.chapter === chapter && page.file.startsWith(`${language}/`));
  const shown = own.flatMap(({ text }) => text.match(/<Article(?:Points|Evidence) /g) ?? []);
  expect(shown).toHaveLength(pointsOf(chapter).length > 0 ? 1 : 0);
});

test('all the evidence stands on one page', () => {
  const holding = pages.filter(({ text }) => text.includes('<ArticleEvidence '));
  expect(holding.map(({ file }) => file)).toEqual([`en/${evidenceChapter}.mdx`]);
  expect(slugs).toContain(evidenceChapter);
});

test('each point says what the article says, what the record says, and where to read it', () => {
  const { points } = pageWords('en').evidence;
  for (const { id, sources } of articlePoints) {
    expect(points[id].article).toMatch(/^The article says .+\.$/);
    expect(points[id].record).toMatch(/^The record says .+\.$/);
    expect(points[id].more).toMatch(/\.$/);
    expect(sources.map((source) => sourceLink(source).href)).not.toEqual([]);
  }
});
