/** A gauge against leaks that leaks itself: a label with the id of the transaction. */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'metric-label',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-hashed': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Series' },
    },
    'wrong-evicts-live': {
      check: 'no-leak',
      sign: { type: 'failure', text: 'a gauge went below zero' },
    },
    'wrong-weak-series': {
      check: 'no-leak',
      sign: { type: 'bytes' },
    },
    'wrong-remove-by-id': {
      check: 'no-leak',
      sign: { type: 'failure', text: 'a gauge went below zero' },
    },
    'wrong-remove-on-success': {
      check: 'no-leak',
      sign: { type: 'failures' },
    },
    'wrong-only-up': {
      check: 'gauge-tells',
      sign: { type: 'breach', kind: 'wrong reading' },
    },
    'wrong-unwatched': {
      check: 'gauge-tells',
      sign: {
        type: 'breach',
        kind: 'wrong reading',
        what: { type: 'wrong gauge', gauge: 'heldParts', given: '0' },
      },
    },
    'wrong-removed': {
      check: 'gauge-tells',
      sign: { type: 'message', of: ['gauge missing'] },
    },
  },
};
