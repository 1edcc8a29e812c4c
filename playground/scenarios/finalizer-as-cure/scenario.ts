/** A release that waits for a collector, on a server where the collector is off. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'finalizer-as-cure',
  workload: {
    transactions: 10_000,
    concurrency: 16,
    seed: 7,
    failureRate: 0,
    sharedIdRate: 0,
    memoryLimit: 32 * 2 ** 20,
    samples: 100,
    collectorSeconds: null,
  },
  settleSeconds: 60,
  trials: [{ transactions: 1_000, collectorSeconds: 10 }],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-drops-the-field': {
      check: 'no-leak',
      message: 'Logger',
    },
    'wrong-closes-twice': {
      check: 'no-use-after-release',
      message: 'a second time',
    },
    'wrong-holds-its-target': {
      check: 'bounded-channels',
      message: 'stay open when all transactions have ended',
    },
    'wrong-net-for-failures': {
      check: 'bounded-channels',
      message: 'stay open when all transactions have ended',
    },
  },
};
