/**
 * A timer of each resource, which the server's clock holds until somebody clears it. Every timer left behind goes on
 * firing, so the leaky program's work grows with the square of the run: hence only 1,000 transactions (0.6 s of work in
 * Node), and 128 in flight, which makes each last up to a second, long enough for a heartbeat or two.
 */

import type { Scenario } from '../scenario.ts';
import { checks, recogniseFix, duties } from './checks.ts';

/** Held in the trials: with far fewer in flight, transactions end before anybody could miss their heartbeat. */
const concurrency = 128;

/** One heartbeat, so that a timer may also end at its next; and a collection, for what is held by WeakRef. */
const settleSeconds = 0.5;

export const scenario: Scenario = {
  id: 'timer-per-resource',
  workload: {
    transactions: 1_000,
    concurrency,
    seed: 7,
    failureRate: 0,
    sharedIdRate: 0,
    memoryLimit: 4 * 2 ** 20,
    samples: 100,
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
      message: '% fail',
    },
    'wrong-started-twice': {
      check: 'no-leak',
      message: 'CnchServerResource',
    },
    'wrong-one-handle': {
      check: 'no-leak',
      message: 'CnchServerResource',
    },
    'wrong-timeout-chain': {
      check: 'no-leak',
      message: 'CnchServerResource',
    },
    'wrong-weak-this': {
      check: 'no-leak',
      message: 'Bytes',
    },
    'wrong-smaller-closure': {
      check: 'no-leak',
      message: 'Bytes',
    },
    'wrong-quiet-timer': {
      check: 'bounded-timers',
      message: 'Timers still go off',
    },
    'wrong-silent': {
      check: 'heartbeat',
      message: 'silent about a transaction',
    },
  },
};
