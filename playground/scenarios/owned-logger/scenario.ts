/** A wrapper that belongs to its resource, and a static list that keeps it for reuse. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'owned-logger',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'A field that its owner closes, last of all.',
    'fixed-using': 'A stack of what the resource owns, undone in reverse order.',
    'fixed-root': 'A wrapper over the root channel, which stays open; only the wrapper goes.',
  },
  wrong: {
    'wrong-closes-early': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'The logger is closed first and asked for one more line afterwards. What is needed last must be released last.',
    },
    'wrong-closes-on-success': {
      check: 'bounded-channels',
      sign: signs.leftOpen,
      why: 'Most transactions reach the end of sendResources and close their logger. Those that fail before it never do.',
    },
    'wrong-weak-list': {
      check: 'no-leak',
      sign: { type: 'bytes' },
      why: 'The list lets the wrappers go, but it keeps one emptied WeakRef for each of them. The class count is clean and the bytes still grow.',
    },
    'wrong-closes-root': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'The wrapper belongs to the resource, but the channel under it belongs to the server. The first transaction to end closes the log for all others.',
    },
  },
};
