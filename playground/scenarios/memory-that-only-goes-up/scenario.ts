/** The symptom: one class that leaks, beside a cache that warms up and a pool at its peak. */

import type { Scenario } from '../scenario.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'memory-that-only-goes-up',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'One logger by a constant name; the cache and the pool stay as they are.',
    'fixed-owned': 'A logger that its resource owns and closes; the cache and the pool stay as they are.',
  },
  wrong: {
    'wrong-drop-the-cache': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
      why: 'The cache was the largest thing in memory for a while, but it had stopped growing. Without it every part is read anew, and the loggers go on growing as before.',
    },
    'wrong-drop-the-pool': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
      why: 'The pool holds as many buffers as were ever in use at once, and no more. Without it each transaction makes its own, and the loggers go on growing as before.',
    },
    'wrong-shorter-name': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Logger' },
      why: 'A shorter name makes each logger smaller, so the same memory lasts a little longer. There is still one more logger for every transaction.',
    },
    'wrong-drop-everything': {
      check: 'cache-serves',
      sign: { type: 'message', of: ['cache serves no longer'] },
      why: 'The logger was fixed here, so memory is flat. The cache went with it, though it was innocent and saved the server its work.',
    },
  },
};
