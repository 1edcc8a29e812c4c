/** A pool of loggers that is keyed by the transaction: nobody ever comes back for one. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'logger-pool',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'One list for everyone, with a bound and a reset.',
    'fixed-fifo': 'One list with a bound, in which the longest idle makes room.',
    'fixed-lease': 'A lease that ends once, over a list with a bound.',
    'fixed-flyweight': 'One logger for all; the id travels with each line.',
  },
  wrong: {
    'wrong-never-reset': {
      check: 'log-attributable',
      sign: signs.ofNobodyInFlight,
      why: 'A logger comes out of the pool with the id of the transaction before. Memory is flat, and the log tells lies.',
    },
    'wrong-given-back-twice': {
      check: 'log-complete',
      sign: signs.missingLine,
      why: 'A logger that is given back twice is in the pool twice, and two transactions take it. Each overwrites the id of the other.',
    },
    'wrong-never-shrinks': {
      check: 'pool-shrinks',
      sign: { type: 'message', of: ['many idle'] },
      why: 'The pool keeps as many loggers as the busiest moment needed. After a burst they all stay, and nobody uses them.',
    },
    'wrong-evicts-in-use': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'The bound counts loggers that are in use, and the oldest of those is closed. A pool may drop only what is idle.',
    },
    'wrong-lost-on-abort': {
      check: 'bounded-channels',
      sign: signs.perhapsLeftOpen,
      why: 'A transaction that fails never gives its logger back. The object can go, since nothing holds it; the channel that it borrowed stays open.',
    },
  },
};
