/** A presenter gets one thing at a time, in the order of the chapter. */

import { expect, test } from 'vitest';

import { type Block, slideAsked, slidesOf } from './slides.ts';

const text = (length: number): Block => ({ type: 'text', length });
const heading = (title: string): Block => ({ type: 'heading', title, anchor: title.toLowerCase() });
const kindsOf = (blocks: readonly Block[]) => slidesOf(blocks).map(({ kind }) => kind);

test('paragraphs share a slide as long as the last row can read them', () => {
  expect(slidesOf([text(300), text(400), text(200)]).map(({ blocks }) => blocks)).toEqual([[0, 1], [2]]);
  expect(slidesOf([text(5000), text(10)]).map(({ blocks }) => blocks)).toEqual([[0], [1]]);
});

test('a new section begins a new slide, and its slides carry its heading', () => {
  const slides = slidesOf([text(10), heading('Why'), text(10), { type: 'thing' }]);
  expect(slides.map(({ section }) => section)).toEqual(['', 'Why', 'Why']);
});

test('each question has a slide of its own, and a playground its chart, its code and what tells why', () => {
  expect(
    kindsOf([
      text(10),
      { type: 'questions', ids: ['one', 'two'] },
      { type: 'playground', scenario: 'leak' },
      text(10),
    ]),
  ).toEqual(['text', 'question', 'question', 'chart', 'code', 'panels', 'text']);
});

test('no block but a heading is left out', () => {
  const blocks: Block[] = [{ type: 'opening' }, heading('A'), text(900), text(1), { type: 'thing' }, text(3)];
  expect(new Set(slidesOf(blocks).flatMap((slide) => slide.blocks))).toEqual(new Set([0, 2, 3, 4, 5]));
});

test('an address asks for a slide by number or by heading, and one that asks for none begins at the start', () => {
  const slides = slidesOf([text(10), heading('A'), text(10), heading('B'), text(10)]);
  expect(slideAsked(slides, '2', '')).toBe(1);
  expect(slideAsked(slides, '99', '')).toBe(2);
  expect(slideAsked(slides, '', 'b')).toBe(2);
  expect(slideAsked(slides, 'x', 'nowhere')).toBe(0);
  expect(slideAsked(slides, '', '')).toBe(0);
});
