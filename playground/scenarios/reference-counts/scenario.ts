/** A registry with reference counts, and one caller who takes a logger without being counted. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'reference-counts',
  workload: {
    transactions: 10_000,
    concurrency: 16,
    seed: 7,
    failureRate: 0,
    sharedIdRate: 0,
    memoryLimit: 16 * 2 ** 20,
    samples: 100,
    collectorSeconds: 10,
  },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-released-twice': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
    'wrong-forgets-on-abort': {
      check: 'no-leak',
      message: 'per failed send',
    },
    'wrong-erase-unclosed': {
      check: 'channels-closed',
      message: 'stay open when all transactions have ended',
    },
    'wrong-cycle': {
      check: 'no-leak',
      message: '2.00 Loggers per transaction',
    },
    'wrong-key': {
      check: 'no-leak',
      message: 'Logger',
    },
  },
};
