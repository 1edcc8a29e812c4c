/** The order of a question's options: fair, and always the same. */

import { expect, test } from 'vitest';

import { quizOrder } from './quiz-order.ts';

test('every option is shown once, in an order that stays', () => {
  for (let options = 2; options < 7; options++) {
    const order = quizOrder('which', options);
    expect(order.toSorted((a, b) => a - b)).toEqual(Array.from({ length: options }, (_, place) => place));
    expect(quizOrder('which', options)).toEqual(order);
  }
});

test('over many questions each option comes at each place about as often', () => {
  const questions = 3_000;
  for (let shown = 0; shown < 3; shown++) {
    const times = [0, 0, 0];
    for (let n = 0; n < questions; n++) times[quizOrder(`question ${n}`, 3)[shown]!]!++;
    // Five standard deviations of a binomial distribution around a third.
    for (const each of times) expect(Math.abs(each - questions / 3)).toBeLessThan(130);
  }
});
