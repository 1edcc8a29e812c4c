/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Reference counts',
  fixes: {
    fixed: 'Every caller acquires and releases, in a finally.',
    'fixed-borrowed': 'The caller borrows from a holder, for one call.',
    'fixed-lease': 'A lease for each holder; a second release does nothing.',
  },
  recognised: {
    kept: 'a logger for all, by a constant name. Nothing is left to count, but the name says less.',
    leases:
      'a lease for each holder, which gives back once however often it is asked. It costs an object for each claim.',
    counted: 'a count for each name, down to zero at the last release. It costs a release on every way out.',
    owned:
      'a logger that its resource owns, so there is nothing to count. It costs one logger per transaction.',
  },
  wrong: {
    'wrong-released-twice':
      'The second release takes away a count that belongs to someone else. Where two resources share an id, the logger closes while the other one still writes.',
    'wrong-forgets-on-abort':
      'The release stands after the calls to the workers, and a worker that cannot be reached throws past it. Each such failure leaves a count that never falls to zero.',
    'wrong-erase-unclosed':
      'The entry goes at the last release, but the channel under it stays open. The registry looks clean while the server still keeps one channel for each transaction.',
    'wrong-cycle':
      'The logger of the resource holds the one for sending, and that one holds it back, so both counts stay at one when the resource lets go. No collector helps, since the registry reaches both: one of the two must point to the other without counting.',
    'wrong-key':
      'The logger is acquired under one name and released under another. No count ever falls, and nothing complains.',
  },
};
