/** The symptom: one class that leaks, beside a cache that warms up and a pool at its peak. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'memory-that-only-goes-up',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-drop-the-cache': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
    },
    'wrong-drop-the-pool': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
    },
    'wrong-shorter-name': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
    },
    'wrong-drop-everything': {
      check: 'cache-serves',
      sign: { type: 'message', of: ['cache serves no longer'] },
    },
  },
};
