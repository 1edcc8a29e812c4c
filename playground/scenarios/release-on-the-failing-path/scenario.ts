/** A logger that is closed at the end of a call, unless the call throws before it gets there. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'release-on-the-failing-path',
  workload: { ...usualWorkload, failureRate: 0.25 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'A `finally` closes the logger on every way out of the call.',
    'fixed-using': 'A `using` declaration closes it at the end of the block.',
    'fixed-owned': 'The resource owns the logger and closes it when it is disposed of.',
  },
  wrong: {
    'wrong-catch-and-finally': {
      check: 'no-use-after-release',
      sign: signs.closedTwice,
      why: 'The `finally` runs after the `catch`, too. On the failing path the logger is closed twice.',
    },
    'wrong-on-commit': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
      why: 'The disposal runs for failed transactions as well, but the flag keeps it from closing their logger. A release that depends on success is the leak again, in another place.',
    },
    'wrong-close-first': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'Closing before the work makes sure that it is closed. The line that follows goes to a channel that is no longer ours.',
    },
    'wrong-weak-list': {
      check: 'bounded-channels',
      sign: signs.perhapsLeftOpen,
      why: 'The list keeps no logger alive any more, so the count of loggers stays small. The channel that the logger borrowed is still open, and nobody is left to close it.',
    },
    'wrong-silent': {
      check: 'log-complete',
      sign: signs.missingLine,
      why: 'Without a logger there is nothing to close. There is also no line that says when a transaction was sent.',
    },
  },
};
