/** A listener of each resource on a bus that lives as long as the server: two lifetimes that do not match. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'listener-per-resource',
  workload: { ...usualWorkload, memoryLimit: 24 * 2 ** 20 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-new-function': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
    },
    'wrong-weak-listener': {
      check: 'no-leak',
      sign: { type: 'bytes' },
    },
    'wrong-smaller-closure': {
      check: 'no-leak',
      sign: { type: 'bytes' },
    },
    'wrong-remove-all': {
      check: 'log-complete',
      sign: signs.missingLine,
    },
    'wrong-deaf': {
      check: 'log-complete',
      sign: signs.missingLine,
    },
  },
};
