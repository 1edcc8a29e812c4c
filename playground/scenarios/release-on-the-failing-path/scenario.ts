/** A logger that is closed at the end of a call, unless the call throws before it gets there. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

export const scenario: Scenario = {
  id: 'release-on-the-failing-path',
  workload: {
    transactions: 10_000,
    concurrency: 16,
    seed: 7,
    failureRate: 0.25,
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
    'wrong-catch-and-finally': {
      check: 'no-use-after-release',
      message: 'closed a second time',
    },
    'wrong-on-commit': {
      check: 'no-leak',
      message: 'Logger',
    },
    'wrong-close-first': {
      check: 'no-use-after-release',
      message: 'after its close()',
    },
    'wrong-weak-list': {
      check: 'bounded-channels',
      message: 'stay open',
    },
    'wrong-silent': {
      check: 'log-complete',
      message: 'Missing line',
    },
  },
};
