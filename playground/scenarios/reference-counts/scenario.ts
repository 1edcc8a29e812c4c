/** A registry with reference counts, and one caller who takes a logger without being counted. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'reference-counts',
  workload: { ...usualWorkload, memoryLimit: 16 * 2 ** 20 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'Every caller acquires and releases, in a finally.',
    'fixed-borrowed': 'The caller borrows from a holder, for one call.',
    'fixed-lease': 'A lease for each holder; a second release does nothing.',
  },
  wrong: {
    'wrong-released-twice': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'The second release takes away a count that belongs to someone else. Where two resources share an id, the logger closes while the other one still writes.',
    },
    'wrong-forgets-on-abort': {
      check: 'no-leak',
      sign: { type: 'cause', cause: 'failed send' },
      why: 'The release stands after the calls to the workers, and a worker that cannot be reached throws past it. Each such failure leaves a count that never falls to zero.',
    },
    'wrong-erase-unclosed': {
      check: 'channels-closed',
      sign: signs.leftOpen,
      why: 'The entry goes at the last release, but the channel under it stays open. The registry looks clean while the server still keeps one channel for each transaction.',
    },
    'wrong-cycle': {
      check: 'no-leak',
      sign: { type: 'rate', className: 'Logger', rate: 2 },
      why: 'The logger of the resource holds the one for sending, and that one holds it back, so both counts stay at one when the resource lets go. No collector helps, since the registry reaches both: one of the two must point to the other without counting.',
    },
    'wrong-key': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
      why: 'The logger is acquired under one name and released under another. No count ever falls, and nothing complains.',
    },
  },
};
