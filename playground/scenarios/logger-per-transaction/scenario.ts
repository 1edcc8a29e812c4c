/** The leak itself: a logger whose name carries the transaction's id, in a registry that never forgets. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'logger-per-transaction',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-no-id': {
      check: 'log-attributable',
      sign: signs.unattributableLine,
    },
    'wrong-weak-values': {
      check: 'no-leak',
      sign: { type: 'bytes' },
    },
    'wrong-destroy-by-name': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
    'wrong-clear-when-full': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
    'wrong-silent': {
      check: 'log-complete',
      sign: signs.missingLine,
    },
  },
};
