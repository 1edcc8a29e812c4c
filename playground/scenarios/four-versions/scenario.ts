/** The leak and the three ways in which it was really fixed, each with the registry's lock. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'four-versions',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'ByConity 1.0.0: one logger by a constant name.',
    'fixed-virtual-logger': 'ByConity master: a wrapper that its resource owns, over the root logger.',
    'fixed-shared-entry': 'ClickHouse: an entry that its holders share and the last one takes out.',
  },
  wrong: {
    'wrong-raw-get': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
      why: 'One caller still gets the logger without a count, so the registry must keep the entry for it for ever. A single plain get on this path brings the whole leak back.',
    },
    'wrong-manual-destroy': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'Destroying by name ends the growth, but a name may have two owners. The first to end closes the logger under the second.',
    },
    'wrong-id-back-in-name': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
      why: 'The resource asks by a constant name, but a later line builds another one with the id in it. A rule that nobody enforces is broken again in some other line.',
    },
    'wrong-get-per-line': {
      check: 'few-turns-at-lock',
      sign: signs.manyTurns,
      why: 'A constant name keeps memory flat even when each line looks it up anew. But every look-up takes the lock of the whole process, and all others wait.',
    },
    'wrong-kept-for-reuse': {
      check: 'no-leak',
      sign: { type: 'class', named: 'VirtualLogger' },
      why: 'The wrappers are in no registry, but a list keeps them all for a reuse that never comes. A list in the module lives as long as the process, just as the registry did.',
    },
  },
};
