/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Timer per resource',
  fixes: {
    fixed: 'The disposal clears the timer that the constructor set.',
    'fixed-disposable': 'The timer is wrapped in something to dispose of, and the resource owns it.',
    'fixed-one-timer': 'One timer for the process asks the resources in flight.',
  },
  recognised: {
    'one-timer':
      'one timer for the process, which asks the resources in flight. It costs an entry that the disposal must not forget.',
    'own-timer': 'each resource’s own timer ends with it. It costs a number to keep.',
    heartbeat:
      'a heartbeat that its resource owns and disposes of. It costs one small object per transaction.',
  },
  wrong: {
    'wrong-clear-on-success':
      'The timer is cleared when everything has been sent, and a transaction that fails before never gets there. Only the disposal comes at the end of every transaction.',
    'wrong-started-twice':
      'A second table starts a second timer, and its number overwrites that of the first. Nobody can clear a timer whose number is lost.',
    'wrong-one-handle':
      'The variable belongs to the module, so it holds the timer of whoever began last. A disposal clears the timer of another transaction, and its own goes on.',
    'wrong-timeout-chain':
      'The disposal clears the first timer, which fired long ago. Each one after it was set without keeping its number.',
    'wrong-weak-this':
      'The callback holds the resource weakly, so the resource can go. The timer stays with its callback, and fires for nobody, for ever.',
    'wrong-smaller-closure':
      'The callback captures the id and the channel instead of the resource, so less stays. It still stays, and goes on saying that an ended query is running.',
    'wrong-quiet-timer':
      'The callback looks whether the query has ended and says nothing more, so the log is right. The timer still fires, twice a second, and still holds the resource.',
    'wrong-silent':
      'Without a timer there is nothing to clear. There is also nothing that tells a slow query from a dead one.',
  },
};
