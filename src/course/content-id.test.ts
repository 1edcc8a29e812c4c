/** Addresses of content files. */

import { expect, test } from 'vitest';

import { contentId, slugOf } from './content-id.ts';

test('English pages live at the root, other languages under their folder', () => {
  expect(contentId('en/course/03-a-logger-per-transaction.mdx')).toBe('course/03-a-logger-per-transaction');
  expect(contentId('zh-cn/course/03-a-logger-per-transaction.mdx')).toBe(
    'zh-cn/course/03-a-logger-per-transaction',
  );
});

test('a landing page is found at the root of its language', () => {
  expect(contentId('en/index.mdx')).toBe('index');
  expect(contentId('zh-cn/index.mdx')).toBe('zh-cn');
});

test('a name that only ends in "index" keeps it', () => {
  expect(contentId('en/course/the-index.mdx')).toBe('course/the-index');
});

test('a page has one slug in all languages', () => {
  expect(slugOf('course/03-a-logger-per-transaction', undefined)).toBe('course/03-a-logger-per-transaction');
  expect(slugOf('zh-cn/course/03-a-logger-per-transaction', 'zh-cn')).toBe(
    'course/03-a-logger-per-transaction',
  );
  // A page that nobody has translated is shown in English.
  expect(slugOf('course/03-a-logger-per-transaction', 'zh-cn')).toBe('course/03-a-logger-per-transaction');
});
