/** What a facilitator reads off the clock, with a clock of the test’s own. */

import { describe, expect, test } from 'vitest';

import {
  type ClockStep,
  clockTime,
  cutsFor,
  elapsed,
  moved,
  pace,
  paused,
  resumed,
  started,
  unstarted,
} from './session-clock.ts';

const minute = 60_000;
const steps: readonly ClockStep[] = [
  { id: 'open', from: 0, until: 2, canBeCut: false },
  { id: 'symptom', from: 2, until: 8, canBeCut: false },
  { id: 'cause-release', from: 8, until: 13, canBeCut: true },
  { id: 'pool', from: 13, until: 17, canBeCut: true },
  { id: 'own', from: 17, until: 25, canBeCut: false },
];
const start = 1_000_000;
const at = (step: number): ReturnType<typeof started> => ({ ...started(unstarted, start), step });
const after = (minutes: number): number => start + minutes * minute;

describe('the time that has passed', () => {
  test('stands still in a pause and goes on after it', () => {
    const stopped = paused(started(unstarted, start), after(3));
    expect(elapsed(stopped, after(30))).toBe(3 * minute);
    expect(elapsed(started(stopped, after(30)), after(32))).toBe(5 * minute);
  });

  test('is not started anew by a second start', () => {
    const running = started(unstarted, start);
    expect(elapsed(started(running, after(4)), after(5))).toBe(5 * minute);
  });

  test('never runs backwards when the computer’s clock is put back', () => {
    expect(elapsed(started(unstarted, start), start - minute)).toBe(0);
  });

  test('goes on after a reload, unless the clock was forgotten', () => {
    const running = at(3);
    expect(resumed(running, steps, after(70))).toEqual(running);
    expect(resumed(running, steps, after(3 * 24 * 60))).toEqual(unstarted);
    expect(resumed({ before: minute, step: 99 }, steps, start).step).toBe(4);
  });

  test('is told in minutes and seconds, and in hours where there are any', () => {
    expect([0, 65_000, 3_909_000].map(clockTime)).toEqual(['0:00', '1:05', '1:05:09']);
  });
});

describe('ahead or behind', () => {
  test.each([
    [1, 5, { type: 'on time' }],
    [1, 8.9, { type: 'on time' }],
    [1, 9, { type: 'behind', minutes: 1 }],
    [1, 12.5, { type: 'behind', minutes: 4 }],
    [2, 6, { type: 'ahead', minutes: 2 }],
    [2, 7.5, { type: 'on time' }],
  ] as const)('step %i at minute %d', (step, minutes, expected) => {
    expect(pace(at(step), steps, after(minutes))).toEqual(expected);
  });

  test('leaving a step out makes up for the minutes lost', () => {
    const late = at(1);
    expect(pace(late, steps, after(12))).toEqual({ type: 'behind', minutes: 4 });
    const twice = moved(moved(late, 1, steps), 1, steps);
    expect(pace(twice, steps, after(12))).toEqual({ type: 'ahead', minutes: 1 });
  });

  test('there is no step before the first, and none after the last', () => {
    expect(moved(at(0), -1, steps).step).toBe(0);
    expect(moved(at(4), 1, steps).step).toBe(4);
  });
});

describe('what can be cut', () => {
  const names = (behind: number, step: number): readonly string[] =>
    cutsFor(behind, at(step), steps).steps.map(({ id }) => id);

  test('is the least that brings the session back on time', () => {
    expect(names(4, 1)).toEqual(['pool']);
    expect(names(5, 1)).toEqual(['cause-release']);
    expect(names(6, 1)).toEqual(['cause-release', 'pool']);
  });

  test('is only what is still to come', () => {
    expect(names(5, 2)).toEqual(['pool']);
    expect(cutsFor(5, at(2), steps).stillBehind).toBe(1);
  });

  test('may be nothing', () => {
    expect(cutsFor(3, at(3), steps)).toEqual({ steps: [], stillBehind: 3 });
  });
});
