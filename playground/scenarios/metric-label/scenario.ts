/** A gauge against leaks that leaks itself: a label with the id of the transaction. */

import type { Scenario } from '../scenario.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'metric-label',
  workload: usualWorkload,
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'A label from a bounded set: the table.',
    'fixed-no-label': 'One gauge for all, without a label.',
    'fixed-remove-series': 'A series that goes when its value is back at zero.',
  },
  wrong: {
    'wrong-hashed': {
      check: 'no-leak',
      sign: { type: 'class', named: 'Series' },
      why: 'A hash of an id is shorter, but there are still as many of them as ids. Only a set of values that is small and known bounds the series.',
    },
    'wrong-evicts-live': {
      check: 'no-leak',
      sign: { type: 'failure', text: 'a gauge went below zero' },
      why: 'A cap bounds the series, but the oldest one may belong to a transaction that still runs. Its count is lost, and the next change takes it below zero.',
    },
    'wrong-weak-series': {
      check: 'no-leak',
      sign: { type: 'bytes' },
      why: 'The series itself can go, but a map with strings for keys is not weak. Label and emptied WeakRef stay for every transaction.',
    },
    'wrong-remove-by-id': {
      check: 'no-leak',
      sign: { type: 'failure', text: 'a gauge went below zero' },
      why: 'Two resources can share a transaction id, so they share the series. The first to end removes the count of the other.',
    },
    'wrong-remove-on-success': {
      check: 'no-leak',
      sign: { type: 'failures' },
      why: 'The series is removed only if the query got as far as sendResources. Each failing transaction leaves its series behind.',
    },
    'wrong-only-up': {
      check: 'gauge-tells',
      sign: { type: 'breach', kind: 'wrong reading' },
      why: 'The labels are bounded, but nothing takes the parts off again. A number that only goes up shows the traffic, and not what is held.',
    },
    'wrong-unwatched': {
      check: 'gauge-tells',
      sign: {
        type: 'breach',
        kind: 'wrong reading',
        what: { type: 'wrong gauge', gauge: 'heldParts', given: '0' },
      },
      why: 'A gauge that counts nothing keeps nothing. The next leak will be seen by nobody.',
    },
    'wrong-removed': {
      check: 'gauge-tells',
      sign: { type: 'message', of: ['gauge missing'] },
      why: 'Without the gauge there is no label to leak. There is nothing left to read either, so the next leak goes on for a year again.',
    },
  },
};
