/** A gauge against leaks that leaks itself: a label with the id of the transaction. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'metric-label',
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
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-hashed': {
      check: 'no-leak',
      message: 'Series',
    },
    'wrong-evicts-live': {
      check: 'no-leak',
      message: 'a gauge went below zero',
    },
    'wrong-weak-series': {
      check: 'no-leak',
      message: 'Bytes',
    },
    'wrong-remove-by-id': {
      check: 'no-leak',
      message: 'a gauge went below zero',
    },
    'wrong-remove-on-success': {
      check: 'no-leak',
      message: '% fail',
    },
    'wrong-only-up': {
      check: 'gauge-tells',
      message: 'Wrong reading',
    },
    'wrong-unwatched': {
      check: 'gauge-tells',
      message: 'the gauge heldParts gave 0',
    },
    'wrong-removed': {
      check: 'gauge-tells',
      message: 'exports no gauges.heldParts',
    },
  },
};
