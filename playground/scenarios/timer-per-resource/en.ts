/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Timer per resource',
  fixes: {
    fixed: 'The disposal clears the timer that the constructor set.',
    'fixed-disposable': 'The timer is wrapped in a disposable object, and the resource owns it.',
    'fixed-one-timer': 'One timer for the process goes through the resources in flight.',
  },
  recognised: {
    'one-timer':
      'one timer for the process, which goes through the resources in flight. It costs an entry that the disposal must remember to remove.',
    'own-timer': 'a timer for each resource, which ends with its resource. It costs a number to keep.',
    heartbeat:
      'a heartbeat that its resource owns and disposes of. It costs one small object per transaction.',
  },
  wrong: {
    'wrong-clear-on-success':
      'The timer is cleared after everything has been sent, and a transaction that fails earlier never gets there. Only the disposal runs at the end of every transaction.',
    'wrong-started-twice':
      'A second table starts a second timer, whose number overwrites the first. Nobody can clear a timer whose number is lost.',
    'wrong-one-handle':
      'The variable belongs to the module, so it holds the timer of whichever transaction began last. A disposal clears another transaction’s timer, and its own keeps firing.',
    'wrong-timeout-chain':
      'The disposal clears the first timer, which fired long ago. The numbers of all later timers were not kept.',
    'wrong-weak-this':
      'The callback holds the resource weakly, so the resource can be collected. The timer and its callback stay, and fire for nobody, forever.',
    'wrong-smaller-closure':
      'The callback captures the id and the channel instead of the resource, so less stays. But it does stay, and keeps saying that an ended query is running.',
    'wrong-quiet-timer':
      'The callback checks whether the query has ended and then says nothing, so the log is right. The timer still fires twice a second, and still holds the resource.',
    'wrong-silent':
      'Without a timer there is nothing to clear. There is also nothing to tell a slow query from a dead one.',
  },
};
