/** What this scenario says to readers, in English. */

import type { ScenarioTexts } from '../scenario.ts';

export const texts: ScenarioTexts = {
  title: 'Reference counts',
  fixes: {
    fixed: 'Every caller acquires, and releases in a finally block.',
    'fixed-borrowed': 'The caller borrows the logger from a holder, for one call.',
    'fixed-lease': 'Each holder has a lease, whose second release does nothing.',
  },
  recognised: {
    kept: 'one logger for all, under a constant name. Nothing is left to count, but the name says less.',
    leases:
      'a lease for each holder, which releases only once, however often it is asked to. It costs an object for each hold.',
    counted: 'a count for each name, down to zero at the last release. It costs a release on every exit.',
    owned:
      'a logger that its resource owns, so there is nothing to count. It costs one logger per transaction.',
  },
  wrong: {
    'wrong-released-twice':
      'The second release takes away a count that belongs to another holder. Where two resources share an id, the logger closes while the other one still writes.',
    'wrong-forgets-on-abort':
      'The release comes after the calls to the workers, and a call to a worker that cannot be reached throws before it. Each such failure leaves a count that never falls to zero.',
    'wrong-erase-unclosed':
      'The entry is removed at the last release, but the channel under it stays open. The registry looks clean while the server still keeps one channel for each transaction.',
    'wrong-cycle':
      'The resource’s logger and the logger for sending hold each other, so both counts stay at one when the resource lets go, and no collector helps, since the registry reaches both. One of the two must refer to the other without counting.',
    'wrong-key':
      'The logger is acquired under one name and released under another. No count ever falls, and nothing complains.',
  },
};
