/** The capstone: one module with a leak in three places, of which one shows only when transactions fail. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'capstone',
  workload: {
    transactions: 10_000,
    concurrency: 16,
    seed: 7,
    failureRate: 0.1,
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
    'wrong-logger-only': {
      check: 'no-leak',
      message: 'Counter',
    },
    'wrong-label-left': {
      check: 'no-leak',
      message: 'Counter',
    },
    'wrong-no-finally': {
      check: 'no-leak',
      message: 'SendPermit',
    },
    'wrong-lookup-per-line': {
      check: 'few-turns-at-lock',
      message: 'Turns at a lock',
    },
    'wrong-no-id': {
      check: 'log-attributable',
      message: 'nothing in the line',
    },
    'wrong-destroy-by-name': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
  },
};
