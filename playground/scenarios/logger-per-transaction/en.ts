/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Logger per transaction',
  fixes: {
    fixed: 'One logger under a constant name; the id travels in the record.',
    'fixed-owned': 'A logger that its resource owns and closes.',
    'fixed-counted': 'A registry that forgets a logger at its last release.',
  },
  recognised: {
    kept: 'one logger for all, under a constant name. It costs a channel that stays open; the id must travel in the record.',
    counted:
      'a registry that forgets a name at its last release. It costs a count for each name in use, and a release that nobody may forget.',
    owned: 'a logger that its resource owns. It costs one logger per transaction, which ends with its owner.',
  },
  wrong: {
    'wrong-no-id':
      'One constant name stops the growth, but the id was part of the name. Now no line says which transaction it is about.',
    'wrong-weak-values':
      'A weak value lets the logger go, but its key stays, with the string and the emptied WeakRef. The class counts look clean; the bytes do not.',
    'wrong-destroy-by-name':
      'Two resources can share a transaction id, so they share the logger of that name. The first to end closes it while the other is still using it.',
    'wrong-clear-when-full':
      'Emptying the registry bounds it, but it cannot know which loggers are still in use. Transactions in flight go on writing to closed channels.',
    'wrong-silent':
      'A logger that writes nothing keeps nothing. But the log is part of what the server is for, and it is gone.',
  },
};
