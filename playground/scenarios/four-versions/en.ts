/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Four versions',
  fixes: {
    fixed: 'ByConity 1.0.0: one logger with a constant name.',
    'fixed-found-once': 'A fifth version: a logger that the module finds once and keeps.',
    'fixed-virtual-logger': 'ByConity master: a wrapper that its resource owns, over the root logger.',
    'fixed-shared-entry': 'ClickHouse: an entry that its holders share and the last one removes.',
  },
  recognised: {
    counted: ({ turns = 0 }) =>
      `an entry that its holders share, as in ClickHouse. ${lockWords(turns)}: to get, and to give back.`,
    owned: ({ turns = 0 }) =>
      `a logger that its resource owns and closes. ${lockWords(turns)}, and each transaction opens a channel.`,
    wrapper: ({ turns = 0 }) =>
      `a wrapper that its resource owns, as on master. ${lockWords(turns)}, and each transaction makes one small object.`,
    'constant-names': ({ turns = 0, opened = 0 }) =>
      `constant names, ${opened} in all. ${lockWords(turns)}, and ${opened} entries stay.`,
    'found-once': ({ turns = 0 }) =>
      `one logger that the module finds once and keeps. ${lockWords(turns)}, and no transaction has a name of its own any more.`,
    'constant-name': ({ turns = 0 }) =>
      `a constant name, as in 1.0.0. ${lockWords(turns)}, and one entry stays.`,
  },
  wrong: {
    'wrong-raw-get':
      'One caller still gets the logger without counting, so the registry must keep the entry forever. A single plain get on this path brings the whole leak back.',
    'wrong-manual-destroy':
      'Destroying by name ends the growth, but a name may have two owners. The first to end closes the logger while the second still uses it.',
    'wrong-id-back-in-name':
      'The resource asks for a constant name, but a later line builds another name with the id in it. A rule that nothing enforces is easily broken again.',
    'wrong-get-per-line':
      'A constant name keeps memory flat even when each line looks it up again. But every lookup takes the process-wide lock, and all others wait.',
    'wrong-kept-for-reuse':
      'The wrappers are in no registry, but a list keeps them all for a reuse that never happens. A list in the module lives as long as the process, just as the registry did.',
  },
};

function lockWords(turns: number): string {
  if (turns === 0) return 'It takes no lock';
  if (turns < 0.01) return 'It hardly ever takes the lock';
  const times = turns.toFixed(2);
  const often = times === '1.00' ? 'once' : times === '2.00' ? 'twice' : `${times} times`;
  return `It takes the lock ${often} per transaction`;
}
