/** What an earlier visit, another version or another page has stored never breaks the guide. */

import { expect, test } from 'vitest';

import { sessionIn } from './kept-session.ts';

const nothing = { notes: false, clock: { before: 0, step: 0 } };

test('what was kept is read again', () => {
  const session = { minutes: 75, notes: true, clock: { before: 1000, step: 2, since: 5000 } };
  expect(sessionIn(JSON.parse(JSON.stringify(session)))).toEqual(session);
});

test.each([
  null,
  'text',
  [],
  7,
  {},
  { clock: null },
  { minutes: 'x', notes: 1, clock: { before: -1, step: 0 } },
])('%j is as if nothing had been kept', (stored) => {
  expect(sessionIn(stored)).toEqual(nothing);
});

test('a clock that stands has no start', () => {
  expect(sessionIn({ clock: { before: 10, step: 1, since: 'now' } }).clock).toEqual({ before: 10, step: 1 });
});
