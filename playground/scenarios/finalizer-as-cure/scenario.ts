/** A release that waits for a collector, on a server where the collector is off. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'finalizer-as-cure',
  workload: { ...usualWorkload, memoryLimit: 32 * 2 ** 20, collectorSeconds: null },
  settleSeconds: 60,
  trials: [{ transactions: 1_000, collectorSeconds: 10 }],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-drops-the-field': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
    },
    'wrong-closes-twice': {
      check: 'no-use-after-release',
      sign: signs.closedTwice,
    },
    'wrong-holds-its-target': {
      check: 'bounded-channels',
      sign: signs.leftOpen,
    },
    'wrong-net-for-failures': {
      check: 'bounded-channels',
      sign: signs.leftOpen,
    },
  },
};
