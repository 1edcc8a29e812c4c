/** The course knows what a reader has done, and where they left off. */

import { describe, expect, test } from 'vitest';

import type { ProgressEvent } from './progress-event.ts';
import { isOver, nextChapter, standingIn } from './standing.ts';

const one = { id: 'course/1', page: '/base/course/1/', challenges: [], questions: 2 };
const two = { id: 'course/2', page: '/base/course/2/', challenges: ['a', 'b'], questions: 1 };
const three = { id: 'course/3', page: '/base/course/3/', challenges: ['c'], questions: 1 };
const course = [one, two, three];

const common = { v: 2, at: 1, value: '' } as const;
const passed = (chapter: string, scenario: string): ProgressEvent => ({
  ...common,
  type: 'passed',
  chapter,
  scenario,
});
const right = (chapter: string, question: string): ProgressEvent => ({
  ...common,
  type: 'answered',
  chapter,
  question,
  right: true,
});
const shown = (chapter: string, scenario: string): ProgressEvent => ({
  ...common,
  type: 'shown',
  chapter,
  scenario,
});
const guessed: ProgressEvent = { ...common, type: 'predicted', chapter: 'course/2', question: 'q' };

describe('a chapter', () => {
  test('is done when every challenge of it has been passed, and not before', () => {
    expect(standingIn(two, [])).toBe('new');
    expect(standingIn(two, [passed('course/2', 'a'), right('course/2', 'q')])).toBe('begun');
    expect(standingIn(two, [passed('course/2', 'a'), passed('course/2', 'b')])).toBe('done');
  });

  test('that has got a challenge from another page keeps what was passed there', () => {
    const alert = {
      id: 'course/09b-alert-on-the-slope',
      page: '/x/',
      challenges: ['alert-on-slope'],
      questions: 0,
    };
    const former = passed('course/09-watch-the-memory', 'alert-on-slope');
    expect(standingIn(alert, [former])).toBe('done');
    expect(standingIn({ ...alert, id: 'course/09-watch-the-memory' }, [former])).toBe('new');
  });

  test('without a challenge is done when all its questions have been answered rightly', () => {
    expect(standingIn(one, [right('course/1', 'x'), right('course/1', 'x')])).toBe('begun');
    expect(standingIn(one, [right('course/1', 'x'), right('course/1', 'y')])).toBe('done');
  });
});

describe('a solution that was shown', () => {
  const events = [passed('course/2', 'a'), shown('course/2', 'b')];

  test('ends its challenge, and leaves the chapter undone', () => {
    expect(isOver(two, events.slice(0, 1))).toBe(false);
    expect([isOver(two, events), standingIn(two, events)]).toEqual([true, 'begun']);
  });

  test('lets the reader go on, and leads back when nothing else is left', () => {
    expect(nextChapter(course, events)).toBe(three);
    const rest = [right('course/1', 'x'), right('course/1', 'y'), passed('course/3', 'c')];
    expect(nextChapter(course, [...events, ...rest])).toBe(two);
  });
});

test('what was passed in the free playground of a scenario passes no challenge of a chapter', () => {
  const free: ProgressEvent = { ...common, type: 'passed', scenario: 'c' };
  expect(standingIn(three, [free])).toBe('new');
});

describe('where to go on', () => {
  test('is the chapter last worked on, while it is open', () => {
    expect(nextChapter(course, [guessed])).toBe(two);
  });

  test('is the next open chapter once that one is done', () => {
    expect(nextChapter(course, [passed('course/2', 'a'), passed('course/2', 'b')])).toBe(three);
  });

  test('is what was skipped, when the last chapter is done', () => {
    expect(
      nextChapter(course, [passed('course/2', 'a'), passed('course/2', 'b'), passed('course/3', 'c')]),
    ).toBe(one);
  });

  test('is nowhere when all is done', () => {
    const all = [
      right('course/1', 'x'),
      right('course/1', 'y'),
      passed('course/2', 'a'),
      passed('course/2', 'b'),
      passed('course/3', 'c'),
    ];
    expect(nextChapter(course, all)).toBeUndefined();
  });
});
