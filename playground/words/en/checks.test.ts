/** All that a check may say is told in whole sentences, after a journey as JSON too. */

import { expect, test } from 'vitest';
import type { CheckMessage } from '../../record.ts';
import { reasonWords } from './reasons.ts';
import { checkWords } from './checks.ts';

const run = { transactions: 3000, failureRate: 0, sharedIdRate: 0 };
const failing = { ...run, failureRate: 0.25, sharedIdRate: 0.2 };
const sharing = { ...run, sharedIdRate: 0.2 };
const watched = { transactions: 10_000, seed: 7 };
const reason = { type: 'follows bounded', classNames: ['Entry'] } as const;
const because = reasonWords(reason);

/** One for each message, and for each turn of its sentence. Those about a breach or a failure hold the words of that. */
const told: Readonly<
  Record<
    Exclude<CheckMessage['type'], 'breach' | 'program failed'>,
    readonly (readonly [CheckMessage, string])[]
  >
> = {
  'duty done': [
    [{ type: 'duty done', duty: { id: 'log-complete' } }, 'Every call logs its line once and in order.'],
  ],
  'no run': [[{ type: 'no run' }, 'There is no run.']],
  'nothing grows': [
    [
      { type: 'nothing grows', runs: [run, failing, sharing, failing] },
      'Nothing grows, with 3,000 transactions, 3,000 transactions of which 25 % fail, 3,000 transactions that share ids.',
    ],
  ],
  growth: [
    [
      { type: 'growth', run, certain: true, className: 'Logger', reason, also: ['Counter', 'Series'] },
      `With 3,000 transactions: Logger: ${because} Also growing: Counter, Series.`,
    ],
    [
      { type: 'growth', run: failing, certain: false, reason, also: [] },
      `With 3,000 transactions of which 25 % fail: it is unclear whether anything leaks. Bytes: ${because}`,
    ],
  ],
  room: [
    [
      { type: 'room', run, at: 'load', held: 792 * 1024, most: 19.5 * 1024 },
      'With 3,000 transactions: The program holds 792 KiB before its first transaction. Filling that memory would not show as growth, so nothing is proven. Expected: at most 19.5 KiB by then.',
    ],
    [
      { type: 'room', run, at: 'first sample', held: 2 * 2 ** 20, most: 768 * 1024 },
      'With 3,000 transactions: The program holds 2 MiB after its first transactions. Filling that memory would not show as growth, so nothing is proven. Expected: at most 768 KiB at this point.',
    ],
  ],
  'gauge missing': [
    [
      { type: 'gauge missing', gauge: 'heldParts' },
      'The program exports no gauges.heldParts, so nobody can read it. Expected: the gauge heldParts exists, and is right whenever it is read.',
    ],
  ],
  'gauge right': [
    [
      { type: 'gauge right', gauge: 'sent', readings: 1566 },
      'The gauge sent was read 1,566 times, and was right each time.',
    ],
  ],
  silence: [
    [{ type: 'silence', ms: 990 }, 'The log was silent about a transaction in flight for up to 0.99 s.'],
  ],
  'long silence': [
    [
      { type: 'long silence', ms: 5710, mostMs: 1000, run, transaction: 1490 },
      'The log was silent about a transaction in flight for up to 5.71 s, longest about transaction 1,490 (with 3,000 transactions). Expected: a line about each of them at least every 1 s.',
    ],
    [
      { type: 'long silence', ms: 5710, mostMs: 1000, run },
      'The log was silent about a transaction in flight for up to 5.71 s (with 3,000 transactions). Expected: a line about each of them at least every 1 s.',
    ],
  ],
  bounded: [
    [
      { type: 'bounded', what: 'locks', most: 0 },
      'Locks that are kept by the server at the end: 0, however long the run.',
    ],
  ],
  'left open': [
    [
      { type: 'left open', what: 'timers', atEnd: 733, run: failing, grown: 152 },
      'Timers still fire when all transactions have ended: 733 with 3,000 transactions of which 25 % fail, and 152 more were left late in the run than early. Expected: a number that does not follow the length of the run.',
    ],
    [
      { type: 'left open', what: 'channels', atEnd: 20_000, run, grown: 0 },
      'Log channels stay open when all transactions have ended: 20,000 with 3,000 transactions. Expected: a number that does not follow the length of the run.',
    ],
  ],
  'perhaps left open': [
    [
      { type: 'perhaps left open', what: 'channels', atEnd: 2, run, decides: 37_000 },
      'It is unclear whether more and more log channels stay open: 2 at the end, with 3,000 transactions. Run 37,000 transactions or more.',
    ],
  ],
  'not tried': [[{ type: 'not tried' }, 'No run has tested this.']],
  'never sent': [
    [
      { type: 'never sent' },
      'This could not be tested: a transaction that is alone on the server never sent to both of its workers. Expected: it sends to both.',
    ],
  ],
  'held while sending': [
    [{ type: 'held while sending' }, 'While a transaction sends, something is held for it.'],
  ],
  'nothing held': [
    [
      { type: 'nothing held', send: 'second' },
      'While a transaction sends, nothing but the call itself holds anything: one that was cut off in its second send left no more behind than one that was cut off earlier. Expected: a permit that is held from before the first send until after the last.',
    ],
  ],
  'none in use': [
    [
      { type: 'none in use', className: 'Logger' },
      'No transaction has its own Logger, so none needs to be listed.',
    ],
  ],
  listed: [
    [
      { type: 'listed', className: 'Logger', inUse: 2, kept: 2, standIn: false },
      'Of 2.0 Loggers in use for each transaction that sends, 2.0 can be reached from elsewhere.',
    ],
    [
      { type: 'listed', className: 'Logger', inUse: 2, kept: 0, standIn: true },
      'Of 2.0 Loggers in use for each transaction that sends, 0.0 can be reached from elsewhere, and something that stands for the others.',
    ],
  ],
  'not listed': [
    [
      { type: 'not listed', className: 'Logger', inUse: 2, kept: 1 },
      'Of 2.0 Loggers in use for each transaction that sends, 1.0 can be reached from elsewhere. Expected: all of them, or something that stands for each, such as a collection of those in flight that each leaves at its disposal.',
    ],
  ],
  'few turns': [
    [{ type: 'few turns', turns: 0 }, 'Lock acquisitions per transaction: none.'],
    [{ type: 'few turns', turns: 0.001 }, 'Lock acquisitions per transaction: next to none.'],
    [{ type: 'few turns', turns: 2 }, 'Lock acquisitions per transaction: 2.00.'],
  ],
  'many turns': [
    [
      { type: 'many turns', turns: 5.72, most: 2, run },
      'Lock acquisitions per transaction: 5.72 with 3,000 transactions. Expected: at most 2, one to get a logger and one to give it back.',
    ],
  ],
  locked: [
    [{ type: 'locked', shared: 0 }, 'No two transactions share a log channel, so none needs a lock.'],
    [
      { type: 'locked', shared: 89 },
      'Log channels that transactions share: 89, none of them without a lock.',
    ],
  ],
  unlocked: [
    [
      { type: 'unlocked', when: 'opened', count: 1, transaction: 1200, run },
      'A log channel that several transactions share was opened without a lock, once, first in transaction 1,200 (with 3,000 transactions). Expected: a lock of the server is held, as two threads may look up the same name at once.',
    ],
    [
      { type: 'unlocked', when: 'used', count: 1200, run },
      'A log channel that several transactions share was closed after a transaction had used it without ever taking its lock, 1,200 times (with 3,000 transactions). Expected: a lock of the server is held, as two threads may look up the same name at once.',
    ],
    [
      { type: 'unlocked', when: 'closed', count: 2, run },
      'A log channel that several transactions share was closed without the lock under which it was opened, 2 times (with 3,000 transactions). Expected: a lock of the server is held, as two threads may look up the same name at once.',
    ],
  ],
  'channels reused': [
    [{ type: 'channels reused', opened: 16 }, 'Channels opened in the main run: 16, each reused.'],
  ],
  'channels not reused': [
    [
      { type: 'channels not reused', opened: 3000, most: 444, run },
      'Nothing is reused: 3,000 channels were opened for 3,000 transactions. Expected: at most 444, whatever is kept in the pool.',
    ],
  ],
  'few idle': [
    [{ type: 'few idle', most: 8 }, 'Channels that wait in the pool when all is quiet: at most 8.'],
  ],
  'many idle': [
    [
      { type: 'many idle', idle: 129, peak: 130, concurrency: 125, most: 62.5, run },
      '129 unused channels stay open, after at most 130 were in use at once (with 3,000 transactions and 125 in flight). Expected: at most 62.5, as channels opened for the busiest moment are closed.',
    ],
  ],
  'runs too short': [
    [
      { type: 'runs too short', what: 'cache', decides: 500 },
      'The runs were too short to see the cache at work. Run at least 500 transactions.',
    ],
  ],
  'cache serves': [[{ type: 'cache serves' }, 'The cache serves: nothing that was read once is read again.']],
  'cache serves no longer': [
    [
      {
        type: 'cache serves no longer',
        run,
        seen: { className: 'CachedPart', made: 14_856, kept: 0 },
      },
      'The cache no longer serves: 14,856 CachedParts were made and 0 are kept (with 3,000 transactions). Expected: everything that was read once is kept, and not made again.',
    ],
    [
      { type: 'cache serves no longer', run, seen: { restingBytes: 9000 } },
      'The cache no longer serves: the program keeps 9,000 bytes when nothing is in flight (with 3,000 transactions). Expected: everything that was read once is kept, and not made again.',
    ],
  ],
  'pool lends': [
    [{ type: 'pool lends' }, 'The pool lends its buffers again: none is made for one transaction only.'],
  ],
  'pool lends no longer': [
    [
      {
        type: 'pool lends no longer',
        run,
        concurrency: 16,
        seen: { className: 'PooledBuffer', made: 700, most: 48 },
      },
      'The pool no longer lends its buffers: 700 PooledBuffers were made for 16 transactions in flight (with 3,000 transactions). Expected: at most 48, since each goes back however its transaction ended.',
    ],
    [
      { type: 'pool lends no longer', run, concurrency: 16, seen: { ownBytes: 5000 } },
      'The pool no longer lends its buffers: no class has as many instances as there are transactions in flight, and each transaction holds 5,000 bytes of its own (with 3,000 transactions). Expected: 16 buffers or a few more, lent again and again.',
    ],
  ],
  'no watch': [
    [
      { type: 'no watch' },
      'The program exports no class Watch, so no alert can fire. Expected: export class Watch, whose read() is given every gauge.',
    ],
  ],
  'no false alarm': [
    [
      { type: 'no false alarm' },
      'No alert fired for a cache that warms up or is emptied, for a pool at its peak, or for a peak of load.',
    ],
  ],
  'false alarm': [
    [
      {
        type: 'false alarm',
        run: watched,
        alerts: [
          {
            gauge: 'marks',
            behaves: 'a cache that warms up',
            falseRings: 216,
            healthyReadings: 225,
            firstRing: 40,
          },
          {
            gauge: 'parts',
            behaves: 'a number that hardly changes',
            falseRings: 1,
            healthyReadings: 225,
            firstRing: 1040,
          },
        ],
      },
      'False alarm, with 10,000 transactions and seed 7: the alert fired for marks, a cache that warms up (at 216 of 225 readings at which it did not leak, first after 40 transactions); for parts, a number that hardly changes (at 1 of 225 readings at which it did not leak, first after 1,040 transactions). Expected: silence for gauges that do not leak.',
    ],
  ],
  'leaks noticed': [
    [
      { type: 'leaks noticed', deadline: 1000 },
      'Alerts fired for all gauges that leaked, each within 1,000 transactions.',
    ],
  ],
  'no time to ring': [
    [
      { type: 'no time to ring', transactions: 900, deadline: 1000 },
      '900 transactions are not enough to tell: an alert has 1,000 transactions to fire in. Run at least as many.',
    ],
  ],
  'missed leak': [
    [
      {
        type: 'missed leak',
        run: watched,
        alerts: [
          { gauge: 'parts', leaksAfter: 0, noticedAfter: 1172 },
          { gauge: 'marks', leaksAfter: 7520, noticedAfter: 0 },
        ],
        deadline: 1000,
      },
      'Missed leak, with 10,000 transactions and seed 7: parts began to leak with the first transaction, and its alert fired only 1,172 transactions later; marks began to leak after 7,520 transactions, and its alert never fired. Expected: within 1,000 transactions.',
    ],
  ],
  'kept ringing': [
    [{ type: 'kept ringing' }, 'An alert that fired for a leak kept firing for as long as the leak went on.'],
  ],
  'broken off': [
    [
      {
        type: 'broken off',
        run: watched,
        alerts: [{ gauge: 'loggers', noticedAfter: 1172, lapses: 18, laterReadings: 38 }],
      },
      'Broken off, with 10,000 transactions and seed 7: the alert for loggers fired after 1,172 transactions, and was silent at 18 of 38 readings after that, though the leak went on. Expected: silence at no more than a tenth of them.',
    ],
  ],
};

test.each(Object.values(told).flat())('%j is told', (message, expected) => {
  expect(checkWords(message)).toBe(expected);
  expect(checkWords(JSON.parse(JSON.stringify(message)) as CheckMessage)).toBe(expected);
  expect(expected).toMatch(/^[\p{Lu}\d].*\.$/u);
});
