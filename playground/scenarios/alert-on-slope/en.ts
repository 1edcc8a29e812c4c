/** What this scenario says to readers, in English. */

import { count } from '../../words/en/wording.ts';
import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Alert on slope',
  fixes: {
    fixed: 'Lowest readings of equal windows, each risen by a similar amount.',
    'fixed-mann-kendall': 'A trend that no noise makes (Mann and Kendall), and that does not slow down.',
    'fixed-doubling': 'Windows that double in length, and a rise that doubles with them.',
  },
  recognised: {
    'short-look': ({ soonest = 0, latest = 0 }) =>
      `an alert on the slope that looks back a short way. It rang ${span(soonest, latest)} transactions after a leak began; a load that rises for as long would ring it, too.`,
    'long-look': ({ soonest = 0, latest = 0 }) =>
      `an alert on the slope that looks back a long way. It rang ${span(soonest, latest)} transactions after a leak began; a fast leak has done more harm by then.`,
  },
  wrong: {
    'wrong-level':
      'A cache that has filled up stays above the limit for good. It holds much and loses nothing, and a level cannot tell that from a leak.',
    'wrong-high-level':
      'Above the largest cache the limit is silent for all caches, and for the leak as well. The leak gets there in the end, when half the memory is gone.',
    'wrong-since-start':
      'Whatever is empty at the start grows to a multiple of nothing. One reading from the warm-up says little about the hours after it.',
    'wrong-single-rise':
      'Caches, pools and load all rise now and then. A leak is told by rising as much again in each window after that.',
    'wrong-average':
      'The average of a cache that warms up rises for as long as the cache fills. Whether each window adds as much as the one before is never asked.',
    'wrong-short-history':
      'The rule is right, but six windows of four readings are over before a cache has filled or a peak of load is past. For so long both rise as steadily as a leak.',
    'wrong-shared-history':
      'All gauges go through one history, in which the lowest values are those of one gauge. A leak anywhere else never shows, and when that one rises, the alert of every gauge rings.',
    'wrong-last-leak': 'It watches the one gauge that leaked the last time. The next leak is somewhere else.',
    'wrong-never':
      'There are no false alarms when nothing rings. A silenced alert is a leak that nobody notices.',
    'wrong-rings-once':
      'The rule is right, but the history begins anew after each ring. Whoever looks at the alert a little later sees that all is well.',
    'wrong-ever-longer':
      'The windows double for as long as the server runs. A leak that begins after a month is noticed when some more months are over.',
    'wrong-keeps-all':
      'The rule is right and needs the last 144 readings only. All others are kept as well, so the watch is a leak of its own.',
  },
};

/** `1,000`, or `1,000 to 2,000`. */
function span(soonest: number, latest: number): string {
  return soonest === latest ? count(latest) : `${count(soonest)} to ${count(latest)}`;
}
