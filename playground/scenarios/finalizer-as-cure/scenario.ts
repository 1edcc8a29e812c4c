/** A release that waits for a collector, on a server where the collector is off. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'finalizer-as-cure',
  workload: { ...usualWorkload, memoryLimit: 32 * 2 ** 20, collectorSeconds: null },
  settleSeconds: 60,
  trials: [{ transactions: 1_000, collectorSeconds: 10 }],
  duties,
  checks,
  describeFix,
  fixes: {
    'fixed-alarm': 'Released by the owner; a finalizer is the alarm for those who forget.',
    fixed: 'Released by the owner when the transaction ends.',
    'fixed-root': 'One channel for all; there is nothing to release.',
  },
  wrong: {
    'wrong-drops-the-field': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
      why: 'Dropping a reference makes a thing collectable, and releases nothing. The channel stays open until a collector comes, and none does.',
    },
    'wrong-closes-twice': {
      check: 'no-use-after-release',
      sign: signs.closedTwice,
      why: 'The owner closes the logger and forgets to unregister it. As soon as a collector runs, the finalizer closes it again.',
    },
    'wrong-holds-its-target': {
      check: 'bounded-channels',
      sign: signs.leftOpen,
      why: 'The callback closes over the resource that it waits for. So the registry itself keeps the resource alive, collector or not.',
    },
    'wrong-net-for-failures': {
      check: 'bounded-channels',
      sign: signs.leftOpen,
      why: 'The release is explicit where all goes well, and left to the collector where it does not. Failing transactions are the ones that pile up.',
    },
  },
};
