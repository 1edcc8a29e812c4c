/** What a program owes to whoever else the server serves, in English. */

import type { DutyId, DutyName } from '../../scenarios/check-message.ts';

const texts: Readonly<Record<Exclude<DutyId, 'gauge-tells'>, string>> = {
  'log-complete': 'Every call logs its line once and in order.',
  'log-attributable': 'Every line can be traced to its transaction.',
  'no-use-after-release': 'Nothing lent is used after its release, nor released twice.',
  'workers-released':
    'Each worker of a transaction, and no other, is sent its tables once, and released at the end.',
  'bounded-channels': 'Log channels are closed, except those that are still used.',
  'channels-closed': 'The last holder of a log channel closes it.',
  'bounded-timers': 'Timers are cleared, except those that are still needed.',
  'bounded-locks': 'Locks have names from a bounded set, as the server keeps a lock for each name forever.',
  'few-turns-at-lock':
    'A transaction takes a lock of the server at most twice, once to get a logger and once to give it back.',
  'shared-under-lock':
    'A log channel that several transactions use is opened, looked up, and closed under a lock of the server.',
  'closed-under-lock':
    'A log channel that several transactions have used is closed under the lock under which it was opened and looked up.',
  'permit-held': 'A permit is held from before a transaction sends until it has sent.',
  'stop-reaches': 'A server that is told to stop can reach every transaction in flight.',
  'operator-list': 'An operator can list every Logger that is in use.',
  heartbeat: 'The log has a line about each transaction in flight at least every second.',
  reuses: 'A log channel serves one transaction after another.',
  'pool-shrinks': 'After the busiest moment the pool closes what it no longer needs.',
  'cache-serves': 'Anything read from a data part is kept, and serves the next reader.',
  'pool-reuses':
    'Each transaction in flight has its own buffer, which goes back to the pool and is lent again.',
};

/** What must be done, in one sentence. */
export function dutyWords({ id, gauge = '' }: DutyName): string {
  return id === 'gauge-tells' ? `The gauge ${gauge} exists, and is right whenever it is read.` : texts[id];
}
