/** A known mistake is told why it fails, by what a check has seen; what is not known is told nothing. */

import { expect, test } from 'vitest';

import type { CheckMessage, CheckResult } from '#playground/record.ts';
import { scenario } from '#playground/scenarios/owned-logger/scenario.ts';
import { texts } from '#playground/scenarios/owned-logger/en.ts';
import { shortWorkload } from '#playground/testing/run-for-tests.ts';
import { loadScenarioWords } from './scenario-words.ts';

const words = (await loadScenarioWords(scenario.id))(scenario.wrong);

/** What the check of leaks says where a class, or without its name the bytes, grow late. */
const growth = (className: string | undefined): CheckMessage => ({
  type: 'growth',
  run: shortWorkload,
  certain: true,
  className,
  reason: {
    type: 'growth',
    growth: { type: 'late', rate: 1, since: 100 },
    className,
    levels: { lowest: 0, resting: 100, peak: 100 },
  },
  also: [],
});
const leak = (className?: string): CheckResult => ({
  id: 'no-leak',
  passed: false,
  message: growth(className),
});

test('a mistake that its check shows is told why it fails', () => {
  expect(words.why([leak()])).toBe(texts.wrong['wrong-weak-list']);
});

test('a failure that is not known is told nothing, nor what another check has seen', () => {
  expect(words.why([leak('Logger')])).toBeUndefined();
  expect(words.why([{ ...leak(), id: 'log-complete' }])).toBeUndefined();
  expect(words.why([{ ...leak(), passed: true }])).toBeUndefined();
});

test('a family of fix is named where it is recognised', () => {
  expect(words.fix({ id: 'owned' })).toBe(texts.recognised['owned']);
  expect(words.fix(undefined)).toBeUndefined();
});
