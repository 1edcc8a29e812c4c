/** A session that stands in two maps, of which one forgets it and the other does not. */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { usualWorkload } from '../usual-workload.ts';
import { checks, duties, recogniseFix } from './checks.ts';

export const scenario: Scenario = {
  id: 'session-in-two-maps',
  workload: { ...usualWorkload, transactions: 4_000 },
  settleSeconds: 60,
  trials: [],
  duties,
  checks,
  recogniseFix,
  wrong: {
    'wrong-on-success': { check: 'no-leak', sign: { type: 'failures' } },
    'wrong-weak-values': { check: 'no-leak', sign: { type: 'bytes' } },
    'wrong-too-early': { check: 'log-complete', sign: signs.missingLine },
  },
};
