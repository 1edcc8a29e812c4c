/** A watch over the server's gauges: it must ring for a leak, and stay silent for a cache that warms up. */

import type { Scenario } from '../scenario.ts';
import { everyDuty } from '../duties.ts';
import { checks, recogniseFix } from './checks.ts';

export const scenario: Scenario = {
  id: 'alert-on-slope',
  workload: {
    transactions: 10_000,
    concurrency: 16,
    seed: 7,
    failureRate: 0,
    sharedIdRate: 0,
    memoryLimit: 8 * 2 ** 20,
    samples: 100,
    collectorSeconds: 10,
  },
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
      message: 'a cache that',
    },
    'wrong-high-level': {
      check: 'leak-noticed',
      message: 'Missed leak',
    },
    'wrong-since-start': {
      check: 'no-false-alarm',
      message: 'a cache that',
    },
    'wrong-single-rise': {
      check: 'no-false-alarm',
      message: 'a cache that',
    },
    'wrong-average': {
      check: 'no-false-alarm',
      message: 'a cache that',
    },
    'wrong-short-history': {
      check: 'no-false-alarm',
      message: 'a cache that',
    },
    'wrong-shared-history': {
      check: 'leak-noticed',
      message: 'Missed leak',
    },
    'wrong-last-leak': {
      check: 'leak-noticed',
      message: 'its alert never rang',
    },
    'wrong-never': {
      check: 'leak-noticed',
      message: 'its alert never rang',
    },
    'wrong-rings-once': {
      check: 'keeps-ringing',
      message: 'though the leak went on',
    },
    'wrong-ever-longer': {
      check: 'leak-noticed',
      message: 'Missed leak',
    },
    'wrong-keeps-all': {
      check: 'no-leak',
      message: 'Bytes',
    },
  },
};
