/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Metric label',
  fixes: {
    fixed: 'A label from a bounded set: the table.',
    'fixed-no-label': 'One gauge for all, without a label.',
    'fixed-remove-series': 'A series that is removed when its value is back at zero.',
  },
  recognised: {
    'removed-series':
      'a series that is removed when its transaction ends. It costs a removal that nobody may forget, and a later reading does not see the series.',
    'bounded-labels':
      'labels from a bounded set. It costs one series for each value; only the log tells which transaction it was.',
    'plain-gauge':
      'a gauge that makes no series. It costs a number or a few; only the log tells which transaction it was.',
  },
  wrong: {
    'wrong-hashed':
      'A hash is shorter than an id, but there are as many hashes as ids. Only a small, known set of values bounds the series.',
    'wrong-evicts-live':
      'A cap bounds the series, but the oldest one may belong to a transaction that is still running. Its count is lost, and the next change takes it below zero.',
    'wrong-weak-series':
      'The series itself can be collected, but a map with string keys is not weak. A label and an emptied WeakRef stay for every transaction.',
    'wrong-remove-by-id':
      'Two resources can share a transaction id, so they share the series. The first to end removes the other’s count.',
    'wrong-remove-on-success':
      'The series is removed only if the query got as far as sendResources. Each transaction that fails before that leaves its series behind.',
    'wrong-only-up':
      'The labels are bounded, but nothing subtracts the parts when they go. A number that only goes up shows the traffic, not what is held.',
    'wrong-unwatched': 'A gauge that counts nothing keeps nothing. Nobody will see the next leak.',
    'wrong-removed':
      'Without the gauge, no label can leak. But there is nothing left to read either, so nobody will notice the next leak.',
  },
};
