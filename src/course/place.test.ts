/** A place has one name, wherever the site is served and in whatever language it is read. */

import { expect, test, vi } from 'vitest';

import { placeHere, placeOf, slugIn } from './place.ts';

test.each([
  '/course/03-x/',
  '/leak-lab/course/03-x/',
  '/a/b/course/03-x',
  '/leak-lab/zh-cn/course/03-x/',
  'course/03-x/',
])('%s is the chapter course/03-x', (path) => {
  expect(slugIn(path)).toBe('course/03-x');
  expect(placeOf(slugIn(path) ?? '')).toEqual({ chapter: 'course/03-x' });
});

test('a free playground is named by its scenario', () => {
  expect(placeOf(slugIn('/leak-lab/playground/logger-pool/') ?? '')).toEqual({ scenario: 'logger-pool' });
});

test.each(['', '/', '/leak-lab/', '/discourse/03-x/', '/course/'])('%j names no place', (path) => {
  expect(slugIn(path)).toBeUndefined();
});

test('a page says where it is by its title, not by its address', () => {
  vi.stubGlobal('location', { pathname: '/somewhere/else/' });
  vi.stubGlobal('document', { querySelector: () => ({ dataset: { slug: 'course/03-x' } }) });
  expect(placeHere()).toEqual({ chapter: 'course/03-x' });
});
