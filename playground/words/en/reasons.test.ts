/** Each reason for a verdict is told in whole sentences, after a journey as JSON too. */

import { expect, test } from 'vitest';
import type { Growth, Reason, UntilDeath } from '../../analysis/reason.ts';
import { reasonWords } from './reasons.ts';

type Told<R> = readonly (readonly [R, string])[];

const levels = { lowest: 10, resting: 4000, peak: 4016, made: 9000 };
const of = (growth: Growth, className?: string, more: Partial<typeof levels> = {}): Reason => {
  return { type: 'growth', growth, className, levels: { ...levels, ...more } };
};

/** One for each way to grow, and for each turn of its sentence. */
const growths: Readonly<Record<Growth['type'], Told<Reason>>> = {
  flat: [
    [
      of({ type: 'flat' }, 'Series', { resting: 0, peak: 0, made: 0 }),
      'No instance of Series was ever made by its constructor.',
    ],
    [
      of({ type: 'flat' }, 'CachedPart', { resting: 0, peak: 0, made: 14_856 }),
      '14,856 CachedParts were made, and none was alive whenever the heap was read.',
    ],
    [
      of({ type: 'flat' }, undefined, { lowest: 19_172, resting: 19_244, peak: 37_516 }),
      'The batches left between 19,172 bytes and 19,244 bytes, and there were never more than 37,516 bytes at once.',
    ],
    [
      of({ type: 'flat' }, 'CnchServerResource', { lowest: 0, resting: 0, peak: 16 }),
      'Every batch left nothing behind, and there were never more than 16 CnchServerResources at once.',
    ],
    [
      of({ type: 'flat' }, 'Logger', { lowest: 1, resting: 1, peak: 1 }),
      'Every batch left the same 1 Logger, and there were never more than 1 Logger at once.',
    ],
  ],
  plateau: [
    [
      of({ type: 'plateau', since: 4849, grown: 3 }, 'Entry2'),
      'It grew to 4,000 instances of Entry2 at most and stopped: no batch after transaction 4,849 added any.',
    ],
    [
      of({ type: 'plateau', since: 4849, grown: -3 }, 'Logger'),
      'It fell to 10 Loggers and stayed there: no batch after transaction 4,849 changed it.',
    ],
  ],
  'saw-tooth': [
    [
      of({ type: 'saw-tooth', falls: 6, hidden: 0.99 }),
      'It rises and falls again (in 6 batches of 7), and never passed 4,016 bytes; growth of less than 0.99 bytes per transaction could hide in that.',
    ],
    [
      of({ type: 'saw-tooth', falls: 1, hidden: 0 }, 'Logger'),
      'It rises and falls again (in 1 batch of 7), and never passed 4,016 Loggers.',
    ],
  ],
  renewed: [
    [
      of({ type: 'renewed', until: 5200 }, 'Entry'),
      'Everything old is let go: nothing made in the measured run until transaction 5,200 is left, and there were never more than 4,016 instances of Entry at once.',
    ],
  ],
  'every batch': [
    [
      of({ type: 'every batch', rate: 1, perBatch: 1283, batch: 1283 }, 'Logger'),
      'Every batch of 1,283 transactions left 1,283 Loggers more: 1.00 Logger per transaction.',
    ],
    [
      of({ type: 'every batch', rate: 0.5, perBatch: 1, batch: 2, since: 900 }, 'Logger'),
      'From transaction 900 on, every batch of 2 transactions left 1 Logger more: 1 Logger per 2 transactions.',
    ],
  ],
  law: [
    [
      of(
        {
          type: 'law',
          rate: 1 / 20,
          terms: [{ each: 1, cause: 'failed send' }],
          causes: 143,
          exact: true,
        },
        'Logger',
      ),
      'Every batch left 1 Logger per failed send, 143 of which were measured: 1 Logger per 20 transactions of this workload.',
    ],
    [
      of(
        {
          type: 'law',
          rate: 1.2,
          terms: [
            { each: 1, cause: 'transaction' },
            { each: 2, cause: 'failed transaction' },
          ],
          causes: 90,
          exact: false,
        },
        'Logger',
      ),
      'Give or take a few, every batch left 1 Logger for each transaction, and 2 more per failed transaction, 90 of which were measured: 1.20 Loggers per transaction of this workload.',
    ],
  ],
  'by time': [
    [
      of({ type: 'by time', rate: 0.01, perSecond: 1, exact: true }, 'Logger'),
      'It grows with time, whatever the load: 1 Logger a second.',
    ],
    [
      of({ type: 'by time', rate: 0.01, perSecond: 1 / 30, exact: false }, 'Sample'),
      'It grows with time, whatever the load: about 1 Sample every 30 seconds.',
    ],
  ],
  steady: [
    [
      of({ type: 'steady', since: 90, kept: true, faster: false, rate: 1.25 }, 'Reading'),
      'It grows steadily and nothing is let go from transaction 90 on: about 1.25 Readings per transaction.',
    ],
    [
      of(
        {
          type: 'steady',
          since: 800,
          kept: true,
          faster: false,
          rate: 1 / 400,
          range: { low: 1 / 402, high: 1 / 398 },
        },
        'Entry',
      ),
      'It grows steadily and nothing is let go from transaction 800 on: 1 instance of Entry per 398 to 402 transactions.',
    ],
    [
      of({ type: 'steady', since: 300, kept: false, faster: true, rate: 17.85 }),
      'It grows faster and faster from transaction 300 on: about 17.85 bytes per transaction.',
    ],
  ],
  late: [
    [
      of({ type: 'late', rate: 1, since: 7000 }, 'Logger'),
      'It grows from transaction 7,000 on, and has not stopped: about 1.00 Logger per transaction since then.',
    ],
  ],
  trend: [
    [
      of({ type: 'trend', rate: 1, faster: false }, 'Logger'),
      'It grows from batch to batch, unevenly, and has not stopped: about 1.00 Logger per transaction.',
    ],
    [
      of({ type: 'trend', rate: 2, faster: true }, 'Logger'),
      'It grows from batch to batch, faster and faster, and has not stopped: about 2.00 Loggers per transaction so far.',
    ],
  ],
  'rarer steps': [
    [
      of({ type: 'rarer steps', rate: 48, steps: 5 }),
      'It grows in steps that get rarer and larger (5 steps so far), as a table does when its contents leak: about 48.00 bytes per transaction.',
    ],
  ],
  shrinking: [
    [
      of({ type: 'shrinking', decides: 40_000 }, 'Logger'),
      'It only falls, and the fall may still hide growth: run 40,000 transactions or more.',
    ],
  ],
  rare: [
    [
      of({ type: 'rare', steps: 1, decides: 2_000_000 }, 'Logger'),
      'It grew, but in only 1 step, too few to tell a slow leak from a start-up cost: it would take 2,000,000 transactions, more than one run can hold.',
    ],
  ],
  halted: [
    [
      of({ type: 'halted', since: 8800, decides: 22_000 }, 'Logger'),
      'It grew until transaction 8,800 and then stopped, too near the end to tell whether for good: run 22,000 transactions or more.',
    ],
  ],
  begun: [
    [
      of({ type: 'begun', since: 8800, decides: 22_000 }, 'Logger'),
      'It has grown only since transaction 8,800, too near the end to tell whether it goes on: run 22,000 transactions or more.',
    ],
  ],
  slowing: [
    [
      of({ type: 'slowing', decides: 4950 }, 'CachedPart'),
      'It still grows, but ever more slowly, as a cache does while it warms up: run 4,950 transactions or more.',
    ],
  ],
  endless: [
    [
      of({ type: 'endless' }, 'Logger'),
      'It still grows, ever more slowly, and no end is in sight: each time the run doubles, as much again or more is added. No length of run can tell whether it ends.',
    ],
  ],
  unclear: [
    [
      of({ type: 'unclear', decides: 4340 }),
      'It changes without a clear direction yet: run 4,340 transactions or more.',
    ],
  ],
};

const died = (seen: UntilDeath, className?: string): Reason => {
  return { type: 'out of memory', transaction: 5795, seen, className };
};
const known = of({ type: 'trend', rate: 1, faster: false }, 'Logger');
const knownWords = reasonWords(known);

/** One for each reason beside growth itself. */
const others: Readonly<Record<Exclude<Reason['type'], 'growth'>, Told<Reason>>> = {
  'gone in time': [
    [
      { type: 'gone in time', className: 'Logger', peak: 382, resting: 0, seconds: 60 },
      'Up to 382 Loggers were alive at once, and all were gone within 60 s: bounded by time.',
    ],
    [
      { type: 'gone in time', className: 'Logger', peak: 382, resting: 1, seconds: 60 },
      'Up to 382 Loggers were alive at once, and all but 1 Logger were gone within 60 s: bounded by time.',
    ],
  ],
  'within allowance': [
    [
      { type: 'within allowance', className: 'Logger', resting: 2981, most: 10_000 },
      'No more than 2,981 Loggers stayed at once, and 10,000 Loggers are allowed.',
    ],
  ],
  'above allowance': [
    [
      { type: 'above allowance', className: 'Logger', resting: 5, most: 1, reason: known },
      `${knownWords} 1 Logger is allowed, and up to 5 stayed at once: 4 too many.`,
    ],
  ],
  'too short': [
    [
      { type: 'too short', decides: 78 },
      'The run is too short to compare seven batches: run 78 transactions or more.',
    ],
  ],
  'ended early': [
    [
      { type: 'ended early', transaction: 1502, outside: false },
      'The program failed at transaction 1,502, before there was enough to judge.',
    ],
    [
      { type: 'ended early', transaction: 1502, outside: true },
      'The run was ended at transaction 1,502, before there was enough to judge.',
    ],
  ],
  'out of memory': [
    [died({ type: 'nothing' }), 'The server ran out of memory at transaction 5,795, before a first sample.'],
    [
      died({ type: 'growth', rate: 1 }, 'Logger'),
      'The server ran out of memory at transaction 5,795, growing by 1.00 Logger per transaction.',
    ],
    [
      died({ type: 'one step', held: 9000 }),
      'The server ran out of memory at transaction 5,795; it held 9,000 bytes before that, so one step asked for more than the limit allows.',
    ],
    [
      died({ type: 'level', held: 9000, early: true }),
      'The server ran out of memory at transaction 5,795, too early to see what grows; it held 9,000 bytes then.',
    ],
    [
      died({ type: 'level', held: 16, early: false }, 'CnchServerResource'),
      'The server ran out of memory at transaction 5,795; 16 CnchServerResources were alive, which did not grow.',
    ],
    [
      died({ type: 'level', held: 1, early: true }, 'Logger'),
      'The server ran out of memory at transaction 5,795, too early to see what grows; 1 Logger was alive.',
    ],
    [
      died({ type: 'level', held: 0, early: false }, 'Logger'),
      'The server ran out of memory at transaction 5,795; no Logger was alive.',
    ],
  ],
  'follows leaks': [
    [
      { type: 'follows leaks', classNames: ['Logger', 'Entry'], rate: 100 },
      'The bytes follow the Loggers and instances of Entry, which leak: about 100.00 bytes per transaction.',
    ],
  ],
  'follows undecided': [
    [
      { type: 'follows undecided', classNames: ['Logger'], reason: known },
      `The bytes follow the Loggers. ${knownWords}`,
    ],
  ],
  'follows bounded': [
    [
      { type: 'follows bounded', classNames: ['Entry'] },
      'The bytes follow the instances of Entry, which are bounded, and nothing else grows.',
    ],
  ],
  'beside classes': [
    [
      { type: 'beside classes', classNames: ['Logger'], reason: known },
      `Apart from the Loggers: ${knownWords}`,
    ],
  ],
  'within main run': [
    [{ type: 'within main run', reason: known }, `It stays within what the main run held. ${knownWords}`],
  ],
  'no more than in flight': [
    [{ type: 'no more than in flight' }, 'There are never more of them than transactions in flight.'],
  ],
  'longer run': [
    [
      { type: 'longer run', transactions: 8000, reason: known },
      `A run of 8,000 transactions decides: ${knownWords}`,
    ],
  ],
  'level peak': [
    [
      {
        type: 'level peak',
        shorter: { transactions: 10_000, most: 930 },
        longer: { transactions: 40_000, most: 940 },
      },
      'Its peak does not follow the length of the run: 930 in 10,000 transactions, and 940 in 40,000.',
    ],
  ],
  'let go in time': [
    [
      { type: 'let go in time', lifetimeMs: 20_100, perSecond: 100, atOnce: 2010 },
      'It grows for as long as this run lasts, but each is let go after about 20 s: bounded by time. At 100 transactions a second that is up to 2,010 at once.',
    ],
    [
      { type: 'let go in time', lifetimeMs: 1_230_000, perSecond: 100, atOnce: 123_000 },
      'It grows for as long as this run lasts, but each is let go after about 21 minutes: bounded by time. At 100 transactions a second that is up to 123,000 at once.',
    ],
  ],
};

const cases = [...Object.values(growths), ...Object.values(others)].flat();

test.each(cases)('%j is told', (reason, expected) => {
  expect(reasonWords(reason)).toBe(expected);
  expect(reasonWords(JSON.parse(JSON.stringify(reason)) as Reason)).toBe(expected);
  expect(expected).toMatch(/^[\p{Lu}\d].*\.$/u);
});
