/** The leak itself: a logger whose name carries the transaction's id, in a registry that never forgets. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'logger-per-transaction',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'One logger by a constant name; the id travels in the record.',
    'fixed-owned': 'A logger that its resource owns and closes.',
    'fixed-counted': 'A registry that forgets a logger at its last release.',
  },
  wrong: {
    'wrong-no-id': {
      check: 'log-attributable',
      sign: signs.unattributableLine,
      why: 'One constant name stops the growth, but the id was part of the name. Now no line says which transaction it is about.',
    },
    'wrong-weak-values': {
      check: 'no-leak',
      sign: { type: 'bytes' },
      why: 'A weak value lets the logger go, but its key stays, with the string and the emptied WeakRef. The class counts look clean; the bytes do not.',
    },
    'wrong-destroy-by-name': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'Two resources can share a transaction id, so they share the logger of that name. The first to end closes it under the other.',
    },
    'wrong-clear-when-full': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'Emptying the registry bounds it, but it cannot know which loggers are still in use. Transactions in flight go on writing to closed channels.',
    },
    'wrong-silent': {
      check: 'log-complete',
      sign: signs.missingLine,
      why: 'A logger that writes nothing keeps nothing. The log is a function of the server, and it is gone.',
    },
  },
};
