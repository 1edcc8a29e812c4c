/** The leak, the three ways in which it was really fixed, and one that costs a transaction nothing, each with the registry's lock. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'four-versions',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  frugal: true,
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-raw-get': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
    },
    'wrong-manual-destroy': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
    },
    'wrong-id-back-in-name': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
    },
    'wrong-get-per-line': {
      check: 'few-turns-at-lock',
      sign: signs.manyTurns,
    },
    'wrong-kept-for-reuse': {
      check: 'no-leak',
      sign: { type: 'class', named: 'VirtualLogger' },
    },
  },
};
