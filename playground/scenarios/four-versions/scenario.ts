/** The leak and the three ways in which it was really fixed, each with the registry's lock. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'four-versions',
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
    'wrong-raw-get': {
      check: 'no-leak',
      message: 'Logger',
    },
    'wrong-manual-destroy': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
    'wrong-id-back-in-name': {
      check: 'no-leak',
      message: 'Logger',
    },
    'wrong-get-per-line': {
      check: 'few-turns-at-lock',
      message: 'Turns at a lock',
    },
    'wrong-kept-for-reuse': {
      check: 'no-leak',
      message: 'VirtualLogger',
    },
  },
};
