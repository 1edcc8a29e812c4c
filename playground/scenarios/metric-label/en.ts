/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Metric label',
  fixes: {
    fixed: 'A label from a bounded set: the table.',
    'fixed-no-label': 'One gauge for all, without a label.',
    'fixed-remove-series': 'A series that goes when its value is back at zero.',
  },
  recognised: {
    'removed-series':
      'a series that is removed when its transaction ends. It costs a removal that nobody may forget, and no scrape after the end sees it.',
    'bounded-labels':
      'labels from a bounded set. It costs one series for each value; which transaction it was must be read in the log.',
    'plain-gauge':
      'a gauge that makes no series for anybody. It costs a number or a few; which transaction it was must be read in the log.',
  },
  wrong: {
    'wrong-hashed':
      'A hash of an id is shorter, but there are still as many of them as ids. Only a set of values that is small and known bounds the series.',
    'wrong-evicts-live':
      'A cap bounds the series, but the oldest one may belong to a transaction that still runs. Its count is lost, and the next change takes it below zero.',
    'wrong-weak-series':
      'The series itself can go, but a map with strings for keys is not weak. Label and emptied WeakRef stay for every transaction.',
    'wrong-remove-by-id':
      'Two resources can share a transaction id, so they share the series. The first to end removes the count of the other.',
    'wrong-remove-on-success':
      'The series is removed only if the query got as far as sendResources. Each failing transaction leaves its series behind.',
    'wrong-only-up':
      'The labels are bounded, but nothing takes the parts off again. A number that only goes up shows the traffic, and not what is held.',
    'wrong-unwatched': 'A gauge that counts nothing keeps nothing. The next leak will be seen by nobody.',
    'wrong-removed':
      'Without the gauge there is no label to leak. There is nothing left to read either, so the next leak goes on for a year again.',
  },
};
