/** What the server lends a program besides the log: workers to send to, and locks. */

import type { Mutex, Server, Worker } from 'server';
import { inFlight, sent } from '../../vm/guest/fields.ts';
import { emit } from '../../vm/guest/host.ts';
import { state } from '../../vm/guest/state.ts';
import { breach } from './breach.ts';
import { halt } from './failure.ts';
import { logSink } from './log-sink.ts';
import { inFlightById, runningNumber } from './slots.ts';
import { hosts, tablesEach, workersEach } from './stock.ts';
import { disposeCall, InjectedFailure, sendCall, type Transaction } from './transaction.ts';

/** After an await nobody's call goes on, and two transactions may share an id: the one that is at that call is meant. */
const sends = ({ call, sessions }: Transaction): boolean => call === sendCall && sessions < workersEach;
const ends = ({ call, sessions }: Transaction): boolean => call === disposeCall && sessions > 0;

/** Failures that we made, by the id of the transaction they were made for: a program can neither forge nor lend them. */
const injected = new WeakMap<object, bigint>();

/** The id of the transaction for which this failure was injected; undefined for any other error. */
export function injectedFor(error: unknown): bigint | undefined {
  return typeof error === 'object' && error !== null ? injected.get(error) : undefined;
}

function createWorker(host: string): Worker {
  return Object.freeze({
    host,
    send(id: bigint, given: readonly string[]): void {
      const transaction = inFlightById(id, sends);
      if (transaction === undefined) {
        breach(
          'use after release',
          runningNumber(),
          () => `${host} was sent to for transaction ${id}, which is not in flight.`,
        );
        return;
      }
      if (transaction.failAt === sendCall && transaction.sessions >= transaction.failsAtWorker) {
        const failure = new InjectedFailure(`${host} cannot be reached`);
        injected.set(failure, id);
        throw failure;
      }
      if (transaction.cutShort) halt();
      transaction.sessions++;
      transaction.sent++;
      state[sent]!++;
      if (given.length !== tablesEach) {
        breach(
          'worker not sent to',
          transaction.number,
          () => `${host} was given ${given.length} of ${tablesEach} tables.`,
        );
      }
    },
    release(id: bigint): void {
      const transaction = inFlightById(id, ends);
      if (transaction !== undefined && transaction.sessions > 0) transaction.sessions--;
    },
  });
}

/** Pairs of workers, so that a transaction needs no array of its own. */
export const workerPairs: readonly (readonly Worker[])[] = Object.freeze(
  hosts
    .map(createWorker)
    .map((worker, index, all) => Object.freeze([worker, all[(index + 1) % all.length]!])),
);

interface LockUse {
  acquisitions: number;
  waitMs: number;
}

const locks = new Map<string, LockUse>();

/** Everyone in flight waits while one holds: (in flight − 1) × time held. The rule is a model of a busy mutex. */
function createMutex(name: string): Mutex {
  const use = locks.get(name) ?? { acquisitions: 0, waitMs: 0 };
  locks.set(name, use);
  return Object.freeze({
    hold<T>(work: () => T, microseconds = 1): T {
      use.acquisitions++;
      use.waitMs += (Math.max(0, state[inFlight]! - 1) * Number(microseconds)) / 1000;
      return work();
    },
  });
}

const mutexes = new Map<string, Mutex>();

/** The server as a program sees it. At most 100 locks have names of their own. */
export const server: Server = Object.freeze({
  log: logSink,
  mutex(name: string): Mutex {
    const key = mutexes.size < 100 || mutexes.has(name) ? String(name) : 'other';
    let mutex = mutexes.get(key);
    if (mutex === undefined) {
      mutex = createMutex(key);
      mutexes.set(key, mutex);
    }
    return mutex;
  },
});

/** Hands the use of the locks to the host. */
export function reportLocks(): void {
  emit('locks', JSON.stringify([...locks]));
}
