/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Finalizer as cure',
  fixes: {
    'fixed-alarm': 'Released by the owner, with a finalizer as an alarm for those who forget.',
    fixed: 'Released by the owner when the transaction ends.',
    'fixed-root': 'One channel for all; there is nothing to release.',
  },
  recognised: {
    shared:
      'a channel that all transactions share. It costs one channel that stays open; the id must travel in the record.',
    released:
      'an explicit release at the end of each transaction. It costs a call that nobody may forget; a finalizer or a gauge can watch for that.',
  },
  wrong: {
    'wrong-drops-the-field':
      'Dropping a reference makes an object collectable, but releases nothing. The channel stays open until a collector runs, and none does.',
    'wrong-closes-twice':
      'The owner closes the logger but forgets to unregister it. As soon as a collector runs, the finalizer closes it again.',
    'wrong-holds-its-target':
      'The callback closes over the resource that it waits for. So the registry itself keeps the resource alive, with or without a collector.',
    'wrong-net-for-failures':
      'The release is explicit where all goes well, and left to the collector where it does not. So the failing transactions pile up.',
  },
};
