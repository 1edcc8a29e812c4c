/** A logger that is closed at the end of a call, unless the call throws before it gets there. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'release-on-the-failing-path',
  workload: { ...usualWorkload, failureRate: 0.25 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-catch-and-finally': {
      check: 'no-use-after-release',
      sign: signs.closedTwice,
    },
    'wrong-on-commit': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
    },
    'wrong-close-first': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
    'wrong-weak-list': {
      check: 'bounded-channels',
      sign: signs.perhapsLeftOpen,
    },
    'wrong-silent': {
      check: 'log-complete',
      sign: signs.missingLine,
    },
  },
};
