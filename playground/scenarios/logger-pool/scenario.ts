/** A pool of loggers that is keyed by the transaction: nobody ever comes back for one. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'logger-pool',
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
    'wrong-never-reset': {
      check: 'log-attributable',
      message: 'not in flight',
    },
    'wrong-given-back-twice': {
      check: 'log-complete',
      message: 'Missing line',
    },
    'wrong-never-shrinks': {
      check: 'pool-shrinks',
      message: 'stay open that nobody uses',
    },
    'wrong-evicts-in-use': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
    'wrong-lost-on-abort': {
      check: 'bounded-channels',
      message: 'stay open',
    },
  },
};
