/** The symptom: one class that leaks, beside a cache that warms up and a pool at its peak. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'memory-that-only-goes-up',
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
    'wrong-drop-the-cache': {
      check: 'no-leak',
      message: 'Logger',
    },
    'wrong-drop-the-pool': {
      check: 'no-leak',
      message: 'Logger',
    },
    'wrong-shorter-name': {
      check: 'no-leak',
      message: 'Logger',
    },
    'wrong-drop-everything': {
      check: 'cache-serves',
      message: 'no longer serves',
    },
  },
};
