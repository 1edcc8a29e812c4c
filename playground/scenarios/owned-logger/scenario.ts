/** A wrapper that belongs to its resource, and a static list that keeps it for reuse. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'owned-logger',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-closes-early': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
    'wrong-closes-on-success': {
      check: 'bounded-channels',
      sign: signs.leftOpen,
    },
    'wrong-weak-list': {
      check: 'no-leak',
      sign: { type: 'bytes' },
    },
    'wrong-closes-root': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
  },
};
