/** The capstone: one module with a leak in three places, of which one shows only when transactions fail. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'capstone',
  workload: { ...usualWorkload, failureRate: 0.1, memoryLimit: 16 * 2 ** 20 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'A constant name with the id in the record, a label per host, and a release in finally.',
    'fixed-owned': 'A logger that its resource owns, a label per host, and a permit bound by using.',
    'fixed-counted':
      'A registry that forgets at the last release, a label per host, and a release in finally.',
  },
  wrong: {
    'wrong-logger-only': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Counter' },
      why: 'The registry of loggers is bounded, but the metric has a series for each transaction. It is the same mistake in another map.',
    },
    'wrong-label-left': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Counter' },
      why: 'Loggers and permits go with their owners now. The label of the metric still carries the id, so the monitoring leaks.',
    },
    'wrong-no-finally': {
      check: 'no-leak',
      sign: { type: 'class', named: 'SendPermit' },
      why: 'The permit is given back after the loop, and a worker that cannot be reached throws out of the loop. So each transaction that fails while sending leaves its permit behind.',
    },
    'wrong-lookup-per-line': {
      check: 'few-turns-at-lock',
      sign: signs.manyTurns,
      why: 'Memory is flat, because the name is constant. But each line takes the lock of the whole process to find a logger that the resource could have kept.',
    },
    'wrong-no-id': {
      check: 'log-attributable',
      sign: signs.unattributableLine,
      why: 'The id went out of the name and nowhere else. Now no line says which transaction it is about.',
    },
    'wrong-destroy-by-name': {
      check: 'no-use-after-release',
      sign: signs.writtenAfterClose,
      why: 'Two resources can share a transaction id, so they share the logger of that name. The first to end closes it under the other.',
    },
  },
};
