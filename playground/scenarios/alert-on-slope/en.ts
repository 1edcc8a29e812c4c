/** What this scenario says to readers, in English. */

import { count } from '../../words/en/wording.ts';
import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Alert on slope',
  fixes: {
    fixed: 'Lowest readings of equal windows, each higher by a similar amount.',
    'fixed-mann-kendall':
      'A trend that noise cannot explain (Mann and Kendall), and that does not slow down.',
    'fixed-doubling': 'Windows that double in length, and a rise that doubles with them.',
  },
  recognised: {
    'short-look': ({ soonest = 0, latest = 0 }) =>
      `an alert on the slope that looks back a short way. It fired ${span(soonest, latest)} transactions after a leak began; a load that rises for as long would make it fire, too.`,
    'long-look': ({ soonest = 0, latest = 0 }) =>
      `an alert on the slope that looks back a long way. It fired ${span(soonest, latest)} transactions after a leak began; a fast leak has done more harm by then.`,
  },
  wrong: {
    'wrong-level':
      'A cache that has filled up stays above the limit for good. It holds much but leaks nothing, and a level cannot tell the difference.',
    'wrong-high-level':
      'With a limit above the largest cache, the alert is silent for every cache, but for a leak as well. The leak gets there in the end, when much of the memory is gone.',
    'wrong-since-start':
      'A gauge that starts near zero soon reaches any multiple of its first reading. One reading from the warm-up says little about the hours after it.',
    'wrong-single-rise':
      'Caches, pools and load all rise now and then. A leak rises by as much again in each window after that.',
    'wrong-average':
      'The average of a cache that warms up rises for as long as the cache fills. This rule never asks whether each window adds as much as the one before.',
    'wrong-short-history':
      'The rule is right, but six windows of four readings are over before a cache has filled or a peak of load has passed. Until then, both rise as steadily as a leak.',
    'wrong-shared-history':
      'All gauges share one history, and its lowest values all come from one gauge. A leak anywhere else never shows, and when that gauge rises, the alert fires for every gauge.',
    'wrong-last-leak': 'It watches only the gauge that leaked last time. The next leak is somewhere else.',
    'wrong-never': 'An alert that never fires raises no false alarm. It does not notice a leak, either.',
    'wrong-rings-once':
      'The rule is right, but the history begins anew each time the alert fires. Anyone who looks a little later sees no alert.',
    'wrong-ever-longer':
      'The windows double for as long as the server runs. A leak that begins after a month is noticed only some months later.',
    'wrong-keeps-all':
      'The rule is right and needs only the last 144 readings. All others are kept as well, so the watch itself leaks.',
  },
};

/** `1,000`, or `1,000 to 2,000`. */
function span(soonest: number, latest: number): string {
  return soonest === latest ? count(latest) : `${count(soonest)} to ${count(latest)}`;
}
