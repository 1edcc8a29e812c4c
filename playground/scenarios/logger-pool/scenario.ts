/** A pool of loggers that is keyed by the transaction: nobody ever comes back for one. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'logger-pool',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-never-reset': {
      check: 'log-attributable',
      sign: signs.ofNobodyInFlight,
    },
    'wrong-given-back-twice': {
      check: 'log-complete',
      sign: signs.missingLine,
    },
    'wrong-never-shrinks': {
      check: 'pool-shrinks',
      sign: { type: 'message', of: ['many idle'] },
    },
    'wrong-evicts-in-use': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
    'wrong-lost-on-abort': {
      check: 'bounded-channels',
      sign: signs.perhapsLeftOpen,
    },
  },
};
