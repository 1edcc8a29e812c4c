/** A watch over the server's gauges: it must ring for a leak, and stay silent for a cache that warms up. */

import type { Scenario } from '../scenario.ts';
import { everyDuty } from '../duties.ts';
import { checks, describeFix } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

/** What rises for a while and then rests: each of these mistakes takes one for a leak. */
const caches = ['a cache that warms up', 'a cache that is emptied once'] as const;

export const scenario: Scenario = {
  id: 'alert-on-slope',
  workload: usualWorkload,
  settleSeconds: 60,
  // In the longest of these every gauge leaks in the end; in the others two, one or none do. The run's secret says which.
  // Each is long enough for a watch to have filled its history, so that what fills is not taken for a leak of its own.
  trials: [{ transactions: 4_001 }, { transactions: 4_001, failureRate: 0.2 }, { transactions: 4_001 }],
  duties: everyDuty,
  checks,
  describeFix,
  fixes: {
    fixed: 'Lowest readings of equal windows, each risen by a similar amount.',
    'fixed-mann-kendall': 'A trend that no noise makes (Mann and Kendall), and that does not slow down.',
    'fixed-doubling': 'Windows that double in length, and a rise that doubles with them.',
  },
  wrong: {
    'wrong-level': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
      why: 'A cache that has filled up stays above the limit for good. It holds much and loses nothing, and a level cannot tell that from a leak.',
    },
    'wrong-high-level': {
      check: 'leak-noticed',
      sign: { type: 'message', of: ['missed leak'] },
      why: 'Above the largest cache the limit is silent for all caches, and for the leak as well. The leak gets there in the end, when half the memory is gone.',
    },
    'wrong-since-start': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
      why: 'Whatever is empty at the start grows to a multiple of nothing. One reading from the warm-up says little about the hours after it.',
    },
    'wrong-single-rise': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
      why: 'Caches, pools and load all rise now and then. A leak is told by rising as much again in each window after that.',
    },
    'wrong-average': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
      why: 'The average of a cache that warms up rises for as long as the cache fills. Whether each window adds as much as the one before is never asked.',
    },
    'wrong-short-history': {
      check: 'no-false-alarm',
      sign: { type: 'false alarm', kinds: caches },
      why: 'The rule is right, but six windows of four readings are over before a cache has filled or a peak of load is past. For so long both rise as steadily as a leak.',
    },
    'wrong-shared-history': {
      check: 'leak-noticed',
      sign: { type: 'message', of: ['missed leak'] },
      why: 'All gauges go through one history, in which the lowest values are those of one gauge. A leak anywhere else never shows, and when that one rises, the alert of every gauge rings.',
    },
    'wrong-last-leak': {
      check: 'leak-noticed',
      sign: { type: 'never rang' },
      why: 'It watches the one gauge that leaked the last time. The next leak is somewhere else.',
    },
    'wrong-never': {
      check: 'leak-noticed',
      sign: { type: 'never rang' },
      why: 'There are no false alarms when nothing rings. A silenced alert is a leak that nobody notices.',
    },
    'wrong-rings-once': {
      check: 'keeps-ringing',
      sign: { type: 'message', of: ['broken off'] },
      why: 'The rule is right, but the history begins anew after each ring. Whoever looks at the alert a little later sees that all is well.',
    },
    'wrong-ever-longer': {
      check: 'leak-noticed',
      sign: { type: 'message', of: ['missed leak'] },
      why: 'The windows double for as long as the server runs. A leak that begins after a month is noticed when some more months are over.',
    },
    'wrong-keeps-all': {
      check: 'no-leak',
      sign: { type: 'bytes' },
      why: 'The rule is right and needs the last 144 readings only. All others are kept as well, so the watch is a leak of its own.',
    },
  },
};
