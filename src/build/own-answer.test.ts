/** Numbers that chapters ask for. */

import { expect, test } from 'vitest';

import { keepOwnAnswer } from './own-answer.ts';

test('two chapters may not ask for the same number', () => {
  keepOwnAnswer('course/1', 'how many caches?', 16);
  keepOwnAnswer('course/1', 'how many pools?', 16);
  expect(() => {
    keepOwnAnswer('course/2', 'how many loggers?', 16);
  }).toThrow('“how many loggers?” has the same answer as “how many caches?” of course/1: 16.');
  keepOwnAnswer('course/2', 'how many loggers?', 17);
});

test('what a question once came to is forgotten when it comes to something else', () => {
  keepOwnAnswer('course/3', 'how many lines?', 100);
  keepOwnAnswer('course/3', 'how many lines?', 200);
  keepOwnAnswer('course/4', 'how many locks?', 100);
});
