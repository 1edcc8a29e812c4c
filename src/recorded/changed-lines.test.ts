/** A reader who compares a solution sees what is new in it. */

import { expect, test } from 'vitest';

import { changedLines } from './changed-lines.ts';

test('new and rewritten lines are marked, kept and empty ones are not', () => {
  const before = 'a\nb\nc\nd\n';
  const after = 'a\nB\nc\n\nnew\nd\n';
  expect([...changedLines(before, after)]).toEqual([2, 5]);
});

test('equal programs have nothing to mark', () => {
  expect(changedLines('a\nb\n', 'a\nb\n').size).toBe(0);
});
