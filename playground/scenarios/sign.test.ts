/** A known mistake is told from others that the same check refuses, by what the check has seen. */

import { describe, expect, test } from 'vitest';
import type { Growth, Reason } from '../analysis/reason.ts';
import type { CheckMessage } from '../record.ts';
import { shows, type Sign } from './sign.ts';

const levels = { lowest: 0, resting: 9, peak: 9 };
const grown = (growth: Growth, className?: string): Reason => ({ type: 'growth', growth, className, levels });
const trend = (rate: number): Growth => ({ type: 'trend', rate, faster: false });
const growth = (
  reason: Reason,
  className?: string,
  { failureRate = 0, also = [] as readonly string[] } = {},
): CheckMessage => ({
  type: 'growth',
  run: { transactions: 3000, failureRate, sharedIdRate: 0 },
  certain: true,
  className,
  reason,
  also,
});

describe('growth is recognised', () => {
  const ofLoggers = growth(grown(trend(2), 'Logger'), 'Logger');
  const longer: Reason = { type: 'longer run', transactions: 9000, reason: grown(trend(2.004), 'Logger') };
  const ofFailedSends: Growth = {
    type: 'law',
    rate: 0.1,
    terms: [
      { each: 1, cause: 'transaction' },
      { each: 2, cause: 'failed send' },
    ],
    causes: 90,
    exact: true,
  };

  test.each<[string, Sign, CheckMessage, boolean]>([
    ['by its class', { type: 'class', named: 'Logger' }, ofLoggers, true],
    [
      'by part of the name of its class',
      { type: 'class', named: 'Logger' },
      growth(grown(trend(1), 'OwnLogger'), 'OwnLogger'),
      true,
    ],
    [
      'by a class that grows as well',
      { type: 'class', named: 'Logger' },
      growth(grown(trend(1), 'Entry'), 'Entry', { also: ['Logger'] }),
      true,
    ],
    ['not by another class', { type: 'class', named: 'Series' }, ofLoggers, false],
    ['by the bytes', { type: 'bytes' }, growth(grown(trend(90))), true],
    ['not by the bytes where a class grows', { type: 'bytes' }, ofLoggers, false],
    ['by failures', { type: 'failures' }, growth(longer, 'Logger', { failureRate: 0.2 }), true],
    ['not by failures where none are', { type: 'failures' }, ofLoggers, false],
    ['by its rate', { type: 'rate', className: 'Logger', rate: 2 }, growth(longer, 'Logger'), true],
    [
      'not by another rate',
      { type: 'rate', className: 'Logger', rate: 2 },
      growth(grown(trend(1), 'Logger'), 'Logger'),
      false,
    ],
    [
      'by its cause',
      { type: 'cause', cause: 'failed send' },
      growth(grown(ofFailedSends, 'Logger'), 'Logger'),
      true,
    ],
    ['not by another cause', { type: 'cause', cause: 'failed send' }, ofLoggers, false],
  ])('%s', (_, sign, message, expected) => {
    expect(shows(message, sign)).toBe(expected);
  });
});

test('a text of the program’s own is found in the failure that it made', () => {
  const message: CheckMessage = {
    type: 'program failed',
    failure: {
      kind: 'runtime',
      what: {
        type: 'thrown',
        thrown: { type: 'error', text: 'RangeError: a gauge went below zero' },
        where: { type: 'code', code: '[Symbol.dispose]' },
      },
    },
  };
  expect(shows(message, { type: 'failure', text: 'a gauge went below zero' })).toBe(true);
  expect(shows(message, { type: 'failure', text: 'no end' })).toBe(false);
});

test('an alert that never rang is told from one that rang too late', () => {
  const missed = (noticedAfter: number): CheckMessage => ({
    type: 'missed leak',
    run: { transactions: 9000, seed: 7 },
    alerts: [{ gauge: 'parts', leaksAfter: 100, noticedAfter }],
    deadline: 1000,
  });
  expect(shows(missed(0), { type: 'never rang' })).toBe(true);
  expect(shows(missed(2000), { type: 'never rang' })).toBe(false);
});
