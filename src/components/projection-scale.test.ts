/** What the controls of a projection come to. */

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { limits, mostDays, outcomeOf, rates, versions } from './projection-scale.ts';

const gibibyte = 2 ** 30;

test('224 bytes, 100 times a second, fill 8 GiB in less than five days', () => {
  const outcome = outcomeOf({ rate: 100, bytesPerTransaction: 224, days: 30, limitBytes: 8 * gibibyte });
  expect(outcome.bytesPerDay).toBe(224 * 100 * 86_400);
  expect(outcome.daysToLimit).toBeCloseTo(4.438, 3);
  expect(outcome.line).toEqual({ across: outcome.daysToLimit / 30, up: 1 });
});

test('what leaves nothing behind never reaches a limit', () => {
  const outcome = outcomeOf({ rate: 1000, bytesPerTransaction: 0, days: 365, limitBytes: 2 * gibibyte });
  expect(outcome).toEqual({ bytesPerDay: 0, bytes: 0, daysToLimit: Infinity, line: { across: 1, up: 0 } });
});

test('a line ends at the last day or at the limit, and never beyond', () => {
  fc.assert(
    fc.property(
      fc.constantFrom(...rates),
      fc.constantFrom(...versions),
      fc.integer({ min: 1, max: mostDays }),
      fc.constantFrom(...limits),
      (rate, { bytes }, days, limit) => {
        const { line } = outcomeOf({ rate, bytesPerTransaction: bytes, days, limitBytes: limit * gibibyte });
        expect(line.across <= 1 && line.up <= 1).toBe(true);
        expect(line.across === 1 || line.up === 1).toBe(true);
      },
    ),
  );
});
