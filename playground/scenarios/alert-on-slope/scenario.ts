/** A watch over the server's gauges: it must ring for a leak, and stay silent for a cache that warms up. */

import type { Scenario } from '../scenario.ts';
import { everyDuty } from '../duties.ts';
import { checks, recogniseFix } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

/** What rises for a while and then rests: each of these mistakes takes one for a leak. */
const caches = ['a cache that warms up', 'a cache that is emptied once'] as const;

export const scenario: Scenario = {
  id: 'alert-on-slope',
  workload: usualWorkload,
  settleSeconds: 60,
  // In the longest of these every gauge leaks in the end; in the others two, one or none do. The run's secret says which.
  // Each is long enough for a watch to have filled its history, so that what fills is not taken for a leak of its own.
  trials: [{ transactions: 4_001 }, { transactions: 4_001, failureRate: 0.2 }, { transactions: 4_001 }],
  duties: everyDuty,
  checks,
  recogniseFix,
  wrong: {
    'wrong-level': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
    },
    'wrong-high-level': {
      check: 'leak-noticed',
      sign: { type: 'message', of: ['missed leak'] },
    },
    'wrong-since-start': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
    },
    'wrong-single-rise': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
    },
    'wrong-average': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
    },
    'wrong-short-history': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
    },
    'wrong-shared-history': {
      check: 'leak-noticed',
      sign: { type: 'message', of: ['missed leak'] },
    },
    'wrong-last-leak': {
      check: 'leak-noticed',
      sign: { type: 'never rang' },
    },
    'wrong-never': {
      check: 'leak-noticed',
      sign: { type: 'never rang' },
    },
    'wrong-rings-once': {
      check: 'keeps-ringing',
      sign: { type: 'message', of: ['broken off'] },
    },
    'wrong-ever-longer': {
      check: 'leak-noticed',
      sign: { type: 'message', of: ['missed leak'] },
    },
    'wrong-keeps-all': {
      check: 'no-leak',
      sign: { type: 'bytes' },
    },
  },
};
