/** The workers that the server lends: each knows which transactions sent it what, and lets go of which. */

import type { Worker } from 'server';
import { sent } from './fields.ts';
import { disposeCall, sendCall, tablesEach } from './call-order.ts';
import { state } from './state.ts';
import { breach, cut, givenId } from './breach.ts';
import type { Untimely } from './breach-detail.ts';
import { halt } from './failure.ts';
import { inject } from './injected.ts';
import { inFlightById, inSecondSend, inSend, isTellable, probing, runningNumber } from './slots.ts';
import { hosts, hostsOf, tables } from './stock.ts';
import { nameOf, tableOf, type Transaction } from './transaction.ts';

function createWorker(host: string, place: number): Worker {
  const bit = 1 << place;
  const sends = ({ call, underWay, number, sentTo }: Transaction): boolean =>
    call === sendCall && underWay && (hostsOf(number) & ~sentTo & bit) !== 0;
  const ends = ({ call, underWay, holding }: Transaction): boolean =>
    call === disposeCall && underWay && (holding & bit) !== 0;
  return Object.freeze({
    host,
    send(id: bigint, given: readonly string[]): void {
      const names = namesIn(given);
      const transaction = typeof id === 'bigint' ? inFlightById(id, sends) : undefined;
      if (transaction === undefined) {
        sentForNobody(host, id);
        return;
      }
      if (isUnreachable(transaction, bit)) {
        transaction.sendFailed = true;
        throw inject(id, `${host} cannot be reached`);
      }
      if (probing === inSend || (probing === inSecondSend && transaction.sentTo !== 0)) halt();
      judgeSend(transaction, host, bit, names);
      transaction.sentTo |= bit;
      transaction.holding |= bit;
      transaction.early &= ~bit;
      transaction.sent++;
      state[sent]!++;
    },
    release(id: bigint): void {
      const transaction = typeof id === 'bigint' ? inFlightById(id, ends) : undefined;
      if (transaction === undefined || !(transaction.holding & bit)) return;
      transaction.holding &= ~bit;
      if (!isEnding(transaction)) transaction.early |= bit;
    },
  });
}

/** A failure in the send: the first worker that it is made for cannot be reached, or the one after it. */
const isUnreachable = ({ failAt, failsAtWorker, sentTo }: Transaction, bit: number): boolean =>
  failAt === sendCall && (failsAtWorker === 0 || sentTo !== 0) && !(sentTo & bit);

const isEnding = ({ call, underWay, failed }: Transaction): boolean =>
  failed || (call === disposeCall && underWay);

/** What stands in what should be a list of tables, read before anything is noted, as reading may run code of the program's. */
function namesIn(given: unknown): readonly unknown[] {
  if (typeof given !== 'object' || given === null) return [];
  const { length, 0: first, 1: second } = given as Readonly<Record<string | number, unknown>>;
  if (length === tablesEach) return [first, second];
  if (typeof length !== 'number') return [];
  const most = Math.min(length, tablesEach + 1);
  return Array.from({ length: most }, (_, place) => (given as readonly unknown[])[place]);
}

function sentForNobody(host: string, id: unknown): void {
  breach('use after release', runningNumber(), () => ({ type: 'sent for nobody', host, id: givenId(id) }));
}

function judgeSend(transaction: Transaction, host: string, bit: number, names: readonly unknown[]): void {
  if (!isTellable(transaction)) return;
  const { number, sentTo, sendFailed, underWay } = transaction;
  if (!(hostsOf(number) & bit)) {
    breach('wrong worker', number, () => ({ type: 'sent to a stranger', host }));
  } else if (sentTo & bit && !sendFailed) {
    breach('wrong worker', number, () => ({ type: 'sent twice', host }));
  }
  if (transaction.call !== sendCall || !underWay) {
    breach('wrong worker', number, () => ({ type: 'sent untimely', host, when: whenOf(transaction) }));
  }
  const due = [tableOf(transaction, 1).name, tableOf(transaction, 3).name];
  if (names.length === due.length && names[0] === due[0] && names[1] === due[1]) return;
  const areAll = names.length === due.length && names[0] !== names[1];
  if (areAll && names.every((name) => due.includes(name as string) || isAlias(name))) return;
  breach('wrong tables', number, () => ({
    type: 'wrong tables',
    host,
    given: names.slice(0, tablesEach).map(shownName),
    more: names.length > tablesEach,
    right: due,
  }));
}

/** A name of the program's own for a table, as a query may give it one: not empty, and no other table of the server's. */
const isAlias = (name: unknown): boolean =>
  typeof name === 'string' && name !== '' && !tables.some((table) => table.name === name);

function whenOf(transaction: Transaction): Untimely {
  if (transaction.call < sendCall) return { type: 'before' };
  if (transaction.call === sendCall) return { type: 'before the call' };
  return transaction.underWay ? { type: 'in', call: nameOf(transaction) } : { type: 'after' };
}

function shownName(name: unknown): string | null {
  return typeof name === 'string' && name !== '' ? cut(name, 60) : null;
}

/** Pairs of workers, by the place of the first, so that a transaction needs no array of its own. */
export const workerPairs: readonly (readonly Worker[])[] = Object.freeze(
  hosts
    .map(createWorker)
    .map((worker, index, all) => Object.freeze([worker, all[(index + 1) % all.length]!])),
);
