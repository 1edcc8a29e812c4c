/** The course knows what a reader has done, and where they left off. */

import { describe, expect, test } from 'vitest';

import type { ProgressEvent } from './progress.ts';
import { nextChapter, standingIn } from './standing.ts';

const event = (page: string, over: Partial<ProgressEvent>): ProgressEvent => ({
  v: 1,
  at: 1,
  type: 'predicted',
  page,
  what: 'q',
  value: '',
  ...over,
});

const one = { page: '/1/', challenges: [], questions: 2 };
const two = { page: '/2/', challenges: ['a', 'b'], questions: 1 };
const three = { page: '/3/', challenges: ['c'], questions: 1 };
const course = [one, two, three];
const passed = (page: string, what: string) => event(page, { type: 'passed', what });
const right = (page: string, what: string) => event(page, { type: 'answered', what, right: true });

describe('a chapter', () => {
  test('is done when every challenge of it has been passed, and not before', () => {
    expect(standingIn(two, [])).toBe('new');
    expect(standingIn(two, [passed('/2/', 'a'), right('/2/', 'q')])).toBe('begun');
    expect(standingIn(two, [passed('/2/', 'a'), passed('/2/', 'b')])).toBe('done');
  });

  test('without a challenge is done when all its questions have been answered rightly', () => {
    expect(standingIn(one, [right('/1/', 'x'), right('/1/', 'x')])).toBe('begun');
    expect(standingIn(one, [right('/1/', 'x'), right('/1/', 'y')])).toBe('done');
  });
});

describe('where to go on', () => {
  test('is the chapter last worked on, while it is open', () => {
    expect(nextChapter(course, [event('/2/', {})])).toBe(two);
  });

  test('is the next open chapter once that one is done', () => {
    expect(nextChapter(course, [passed('/2/', 'a'), passed('/2/', 'b')])).toBe(three);
  });

  test('is what was skipped, when the last chapter is done', () => {
    expect(nextChapter(course, [passed('/2/', 'a'), passed('/2/', 'b'), passed('/3/', 'c')])).toBe(one);
  });

  test('is nowhere when all is done', () => {
    const all = [
      right('/1/', 'x'),
      right('/1/', 'y'),
      passed('/2/', 'a'),
      passed('/2/', 'b'),
      passed('/3/', 'c'),
    ];
    expect(nextChapter(course, all)).toBeUndefined();
  });
});
