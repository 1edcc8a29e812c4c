/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Session in two maps',
  fixes: {
    fixed: 'The disposal removes the session from both maps.',
    'fixed-owned': 'One map is enough: the resource keeps its own list of tables.',
  },
  recognised: {
    'gone-at-the-end':
      'nothing that lives as long as the server refers to a transaction that has ended. It costs a removal from each map, or a list of tables in each resource.',
  },
  wrong: {
    'wrong-on-success':
      'The second map forgets the session only when everything has been sent. A transaction that fails before that leaves its session behind.',
    'wrong-weak-values':
      'A WeakRef lets the session go, but the second map keeps the empty WeakRef and its list. The class counts look clean, and the bytes still grow.',
    'wrong-too-early':
      'The session is gone before the transaction ends. The last line of each transaction finds nobody to write it.',
  },
};
