/** A wrapper that belongs to its resource, and a static list that keeps it for reuse. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'owned-logger',
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
    'wrong-closes-early': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
    'wrong-closes-on-success': {
      check: 'bounded-channels',
      message: 'stay open when all transactions have ended',
    },
    'wrong-weak-list': {
      check: 'no-leak',
      message: 'Bytes',
    },
    'wrong-closes-root': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
  },
};
