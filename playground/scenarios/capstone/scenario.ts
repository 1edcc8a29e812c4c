/** The capstone: one module with a leak in four places, of which one shows only when transactions fail. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'capstone',
  workload: { ...usualWorkload, failureRate: 0.1, memoryLimit: 32 * 2 ** 20 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-logger-only': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Counter' },
    },
    'wrong-label-left': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Counter' },
    },
    'wrong-no-finally': {
      check: 'no-leak',
      sign: { type: 'class', named: 'SendPermit' },
    },
    'wrong-handler-left': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
    },
    'wrong-stop-unheard': {
      check: 'stop-reaches',
      sign: { type: 'message', of: ['not listed'] },
    },
    'wrong-lookup-per-line': {
      check: 'few-turns-at-lock',
      sign: signs.manyTurns,
    },
    'wrong-no-id': {
      check: 'log-attributable',
      sign: signs.unattributableLine,
    },
    'wrong-destroy-by-name': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
  },
};
