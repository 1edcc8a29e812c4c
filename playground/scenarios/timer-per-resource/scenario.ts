/**
 * A timer of each resource, which the server's clock holds until somebody clears it. Every timer left behind goes on
 * firing, so the leaky program's work grows with the square of the run: hence only 1,000 transactions (0.6 s of work in
 * Node), and 128 in flight, which makes each last up to a second, long enough for a heartbeat or two.
 */

import type { Scenario } from '../scenario.ts';
import { signs } from '../sign.ts';
import { checks, recogniseFix, duties } from './checks.ts';
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
  recogniseFix,
  wrong: {
    'wrong-clear-on-success': {
      check: 'no-leak',
      sign: { type: 'failures' },
    },
    'wrong-started-twice': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
    },
    'wrong-one-handle': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
    },
    'wrong-timeout-chain': {
      check: 'no-leak',
      sign: { type: 'class', named: 'CnchServerResource' },
    },
    'wrong-weak-this': {
      check: 'no-leak',
      sign: { type: 'bytes' },
    },
    'wrong-smaller-closure': {
      check: 'no-leak',
      sign: { type: 'bytes' },
    },
    'wrong-quiet-timer': {
      check: 'bounded-timers',
      sign: signs.leftOpen,
    },
    'wrong-silent': {
      check: 'heartbeat',
      sign: { type: 'message', of: ['long silence'] },
    },
  },
};
