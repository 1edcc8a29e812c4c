/**
 * A timer of each resource, which the server's clock holds until somebody clears it. Every timer left behind goes on
 * firing, so the leaky program's work grows with the square of the run: hence only 1,000 transactions (0.6 s of work in
 * Node), and 128 in flight, which makes each last up to a second, long enough for a heartbeat or two.
 */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, describeFix, duties } from './checks.ts';
import { usualWorkload } from '../usual-workload.ts';

/** Held in the trials: with far fewer in flight, transactions end before anybody could miss their heartbeat. */
const concurrency = 128;

/** One heartbeat, so that a timer may also end at its next; and a collection, for what is held by WeakRef. */
const settleSeconds = 0.5;

export const scenario: Scenario = {
  id: 'timer-per-resource',
  workload: {
    ...usualWorkload,
    transactions: 1_000,
    concurrency,
    memoryLimit: 4 * 2 ** 20,
    collectorSeconds: settleSeconds,
  },
  settleSeconds,
  trials: [],
  duties,
  checks,
  describeFix,
  fixes: {
    fixed: 'The disposal clears the timer that the constructor set.',
    'fixed-disposable': 'The timer is wrapped in something to dispose of, and the resource owns it.',
    'fixed-one-timer': 'One timer for the process asks the resources in flight.',
  },
  wrong: {
    'wrong-clear-on-success': {
      check: 'no-leak',
      sign: { type: 'failures' },
      why: 'The timer is cleared when everything has been sent, and a transaction that fails before never gets there. Only the disposal comes at the end of every transaction.',
    },
    'wrong-started-twice': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
      why: 'A second table starts a second timer, and its number overwrites that of the first. Nobody can clear a timer whose number is lost.',
    },
    'wrong-one-handle': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
      why: 'The variable belongs to the module, so it holds the timer of whoever began last. A disposal clears the timer of another transaction, and its own goes on.',
    },
    'wrong-timeout-chain': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
      why: 'The disposal clears the first timer, which fired long ago. Each one after it was set without keeping its number.',
    },
    'wrong-weak-this': {
      check: 'no-leak',
      sign: { type: 'bytes' },
      why: 'The callback holds the resource weakly, so the resource can go. The timer stays with its callback, and fires for nobody, for ever.',
    },
    'wrong-smaller-closure': {
      check: 'no-leak',
      sign: { type: 'bytes' },
      why: 'The callback captures the id and the channel instead of the resource, so less stays. It still stays, and goes on saying that an ended query is running.',
    },
    'wrong-quiet-timer': {
      check: 'bounded-timers',
      sign: signs.leftOpen,
      why: 'The callback looks whether the query has ended and says nothing more, so the log is right. The timer still fires, twice a second, and still holds the resource.',
    },
    'wrong-silent': {
      check: 'heartbeat',
      sign: { type: 'message', of: ['long silence'] },
      why: 'Without a timer there is nothing to clear. There is also nothing that tells a slow query from a dead one.',
    },
  },
};
