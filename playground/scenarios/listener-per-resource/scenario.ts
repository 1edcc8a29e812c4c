/** A listener of each resource on a bus that lives as long as the server: two lifetimes that do not match. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'listener-per-resource',
  workload: {
    transactions: 10_000,
    concurrency: 16,
    seed: 7,
    failureRate: 0,
    sharedIdRate: 0,
    memoryLimit: 24 * 2 ** 20,
    samples: 100,
    collectorSeconds: 10,
  },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-new-function': {
      check: 'no-leak',
      message: 'CnchServerResource',
    },
    'wrong-weak-listener': {
      check: 'no-leak',
      message: 'Bytes',
    },
    'wrong-smaller-closure': {
      check: 'no-leak',
      message: 'Bytes',
    },
    'wrong-remove-all': {
      check: 'log-complete',
      message: 'Missing line',
    },
    'wrong-deaf': {
      check: 'log-complete',
      message: 'Missing line',
    },
  },
};
