/** Hands are counted before and after the discussion, and neither count changes the other. */

import { expect, test } from 'vitest';

import { advanced, counted, favourite, handsIn, noHands, optionShown } from './hands.ts';

test('each count has its time, and the answer comes after both', () => {
  let hands = counted(counted(noHands(3), 1, 1), 1, 1);
  hands = counted(advanced(hands), 0, 1); // While the room discusses, nothing is counted.
  expect(hands).toEqual({ stage: 'discuss', first: [0, 2, 0], second: [0, 0, 0] });
  hands = advanced(counted(advanced(hands), 0, 1));
  expect(hands).toEqual({ stage: 'revealed', first: [0, 2, 0], second: [1, 0, 0] });
  expect(counted(advanced(hands), 0, 1)).toEqual(hands);
});

test('no count falls below nothing', () => {
  expect(counted(noHands(2), 0, -1)).toEqual(noHands(2));
});

test('what most of the room chose is told from the last count', () => {
  expect(favourite(noHands(2))).toBeUndefined();
  expect(favourite({ stage: 'revealed', first: [5, 1], second: [0, 0] })).toBe(0);
  expect(favourite({ stage: 'revealed', first: [5, 1], second: [2, 4] })).toBe(1);
});

test('an answer that was told comes up again with what most chose, so that its reason is there', () => {
  const hands = { first: [5, 1], second: [2, 4] };
  expect(optionShown({ ...hands, stage: 'revealed' })).toBe(1);
  expect(optionShown({ ...hands, stage: 'second' })).toBe(0);
  expect(optionShown({ ...noHands(2), stage: 'revealed' })).toBe(0);
});

test('what was kept of a question with other options is not taken for this one', () => {
  const kept = { stage: 'second', first: [1, 2], second: [0, 3] };
  expect(handsIn(kept, 2)).toEqual(kept);
  expect(handsIn(kept, 3)).toEqual(noHands(3));
  expect(handsIn({ ...kept, first: [1, -2] }, 2)).toEqual(noHands(2));
  expect(handsIn(undefined, 2)).toEqual(noHands(2));
});
