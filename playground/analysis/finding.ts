/** Says what was found of one quantity: the kind of verdict, the rate, and why. */

import type { Finding, VerdictKind } from '../record.ts';
import type { Growth, Levels } from './reason.ts';

const kinds: Readonly<Record<Growth['type'], VerdictKind>> = {
  flat: 'flat',
  plateau: 'bounded',
  'saw-tooth': 'bounded',
  renewed: 'bounded',
  'every batch': 'leak',
  law: 'leak',
  'by time': 'leak',
  steady: 'leak',
  late: 'leak',
  trend: 'leak',
  'rarer steps': 'leak',
  shrinking: 'not enough data',
  rare: 'not enough data',
  halted: 'not enough data',
  begun: 'not enough data',
  slowing: 'not enough data',
  endless: 'not enough data',
  unclear: 'not enough data',
};

/** Turns growth into a finding about a class's instances; without a name, about the program's bytes. */
export function findingOf(growth: Growth, className: string | undefined, levels: Levels): Finding {
  return {
    kind: kinds[growth.type],
    perTransaction: 'rate' in growth ? growth.rate : 0,
    reason: { type: 'growth', growth, className, levels },
    ...('decides' in growth ? { decides: growth.decides } : {}),
  };
}
