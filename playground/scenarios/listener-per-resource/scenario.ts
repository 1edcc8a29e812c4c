/** A listener of each resource on a bus that lives as long as the server: two lifetimes that do not match. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

export const scenario: Scenario = {
  id: 'listener-per-resource',
  workload: { ...usualWorkload, memoryLimit: 24 * 2 ** 20 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'The disposal removes the very listener that the constructor added.',
    'fixed-subscription': 'Listening returns something to dispose of, and the resource owns it.',
    'fixed-one-for-all': 'One listener serves all, and knows no resource.',
  },
  wrong: {
    'wrong-new-function': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
      why: 'The arrow function in the disposal is a new one, equal in text and not in identity. The bus looks for it, finds nothing, and keeps the first.',
    },
    'wrong-weak-listener': {
      check: 'no-leak',
      sign: { type: 'bytes' },
      why: 'The resource can go, since its listener holds it weakly. The listener itself, its event and its name stay on the bus.',
    },
    'wrong-smaller-closure': {
      check: 'no-leak',
      sign: { type: 'bytes' },
      why: 'The closure captures less, so each transaction leaves less behind. It still leaves something, for ever.',
    },
    'wrong-remove-all': {
      check: 'log-complete',
      sign: signs.missingLine,
      why: 'The first resource to end takes the listeners of all the others with it. They go on working, and nobody hears them.',
    },
    'wrong-deaf': {
      check: 'log-complete',
      sign: signs.missingLine,
      why: 'Without a listener there is nothing to remove. There is also nobody who writes the lines.',
    },
  },
};
