/** The leak itself: a logger whose name carries the transaction's id, in a registry that never forgets. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'logger-per-transaction',
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
    'wrong-no-id': {
      check: 'log-attributable',
      message: 'nothing in the line',
    },
    'wrong-weak-values': {
      check: 'no-leak',
      message: 'Bytes',
    },
    'wrong-destroy-by-name': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
    'wrong-clear-when-full': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
    'wrong-silent': {
      check: 'log-complete',
      message: 'Missing line',
    },
  },
};
