/** A registry with reference counts, and one caller who takes a logger without being counted. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'reference-counts',
  workload: { ...usualWorkload, memoryLimit: 16 * 2 ** 20 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-released-twice': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
    'wrong-forgets-on-abort': {
      check: 'no-leak',
      sign: { type: 'cause', cause: 'failed send' },
    },
    'wrong-erase-unclosed': {
      check: 'channels-closed',
      sign: signs.leftOpen,
    },
    'wrong-cycle': {
      check: 'no-leak',
      sign: { type: 'rate', className: 'Logger', rate: 2 },
    },
    'wrong-key': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
    },
  },
};
