/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Logger per transaction',
  fixes: {
    fixed: 'One logger under a constant name; the id travels in the record.',
    'fixed-owned': 'A logger that its resource owns and closes.',
    'fixed-counted': 'A registry that drops a logger when its last user releases it.',
  },
  recognised: {
    kept: 'one logger for all, under a constant name. It costs a channel that stays open, and the id must travel in the record.',
    counted:
      'a registry that drops a logger at the last release. It costs a count for each name in use, and nobody may forget to release.',
    owned: 'a logger that its resource owns. It costs one logger per transaction, which ends with its owner.',
  },
  wrong: {
    'wrong-no-id':
      'A constant name stops the growth, but the id was part of the name. Now no line says which transaction it is about.',
    'wrong-weak-values':
      'A WeakRef lets the logger go, but its entry stays: the string of the key, and the empty WeakRef. The class counts look clean; the bytes do not.',
    'wrong-destroy-by-name':
      'Two resources can have the same transaction id, and then they share the logger of that name. The first to end closes it while the other still uses it.',
    'wrong-clear-when-full':
      'Emptying the registry limits its size, but it cannot know which loggers are still in use. Transactions in flight go on writing to closed channels.',
    'wrong-silent':
      'A logger that writes nothing keeps nothing alive. But the log is part of what the server is for, and now it is gone.',
  },
};
