/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Four versions',
  fixes: {
    fixed: 'ByConity 1.0.0: one logger by a constant name.',
    'fixed-found-once': 'A fifth one: a logger that the module finds once and keeps.',
    'fixed-virtual-logger': 'ByConity master: a wrapper that its resource owns, over the root logger.',
    'fixed-shared-entry': 'ClickHouse: an entry that its holders share and the last one takes out.',
  },
  recognised: {
    counted: ({ turns = 0 }) =>
      `an entry that its holders share, as upstream. ${lockWords(turns)}: to get, and to give back.`,
    owned: ({ turns = 0 }) =>
      `a logger that its resource owns and closes. ${lockWords(turns)}, and each transaction opens a channel.`,
    wrapper: ({ turns = 0 }) =>
      `a wrapper that its resource owns, as on master. ${lockWords(turns)}, and each transaction makes one small object.`,
    'constant-names': ({ turns = 0, opened = 0 }) =>
      `constant names, ${opened} in all. ${lockWords(turns)}, and as many entries stay.`,
    'found-once': ({ turns = 0 }) =>
      `one logger that the module keeps, found once. ${lockWords(turns)}, and a name for each transaction is gone.`,
    'constant-name': ({ turns = 0 }) =>
      `a constant name, as in 1.0.0. ${lockWords(turns)}, and one entry stays.`,
  },
  wrong: {
    'wrong-raw-get':
      'One caller still gets the logger without a count, so the registry must keep the entry for it for ever. A single plain get on this path brings the whole leak back.',
    'wrong-manual-destroy':
      'Destroying by name ends the growth, but a name may have two owners. The first to end closes the logger under the second.',
    'wrong-id-back-in-name':
      'The resource asks by a constant name, but a later line builds another one with the id in it. A rule that nobody enforces is broken again in some other line.',
    'wrong-get-per-line':
      'A constant name keeps memory flat even when each line looks it up anew. But every look-up takes the lock of the whole process, and all others wait.',
    'wrong-kept-for-reuse':
      'The wrappers are in no registry, but a list keeps them all for a reuse that never comes. A list in the module lives as long as the process, just as the registry did.',
  },
};

function lockWords(turns: number): string {
  if (turns === 0) return 'It takes no lock';
  if (turns < 0.01) return 'It takes the lock next to never';
  const times = turns.toFixed(2);
  const often = times === '1.00' ? 'once' : times === '2.00' ? 'twice' : `${times} times`;
  return `It takes the lock ${often} per transaction`;
}
