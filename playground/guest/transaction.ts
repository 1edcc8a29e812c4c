/** A transaction in flight: how far it is in its calls, and which log lines are due from it. */

import type { ServerResource, TransactionId } from 'server';
import { calls, constructCall, disposeCall, sendCall, writtenCall } from './call-order.ts';
import { tables } from './stock.ts';

/** Thrown by a lent call, or in place of one, when the workload asks for a failure. */
export class InjectedFailure extends Error {
  override readonly name = 'InjectedFailure';
}
Object.freeze(InjectedFailure);
Object.freeze(InjectedFailure.prototype);

export interface Transaction {
  readonly id: TransactionId;
  /** Counts from 1. */
  readonly number: number;
  /** The same without the stragglers. */
  readonly turn: number;
  /** Call before which it waits until it is resumed; Infinity for none. */
  parksAt: number;
  /** Index of its first table; the others follow. */
  readonly table: number;
  /** Call before which (for the send: in which) a failure is injected; -1 for none. */
  failAt: number;
  /** For a failure in the send: which of its workers cannot be reached, from 0. */
  readonly failsAtWorker: number;
  resource: ServerResource | undefined;
  /** The call that comes next or that is going on. */
  call: number;
  /** Whether that call has been made and has not come back: only now are its line and its sends in time. */
  underWay: boolean;
  /** What the line begins with that the call under way still owes the log; empty for none. */
  due: string;
  /** Whether the call's promise is awaited; since when, in virtual ms. */
  waiting: boolean;
  waitingSince: number;
  failed: boolean;
  /** Whether another one in flight has or had its id. */
  sharesId: boolean;
  /** Whether something was done under its id that one of several in flight with this id may have done. */
  untold: boolean;
  /** Whether the reader is shown its lines. */
  readonly isShown: boolean;
  /** Bit n: the line of call n has come. */
  lines: number;
  /** Bit n: the line of call n came through the channel of another that shares its id. */
  foreignLines: number;
  /** When its last line came, or else when it began, in virtual ms. */
  heardAt: number;
  /** Workers that it sent to, that hold something for it, and that had to let go before its end. Bit n: host n. */
  sentTo: number;
  holding: number;
  early: number;
  /** Whether a send failed because a failure was injected: whoever tries again may send to all once more. */
  sendFailed: boolean;
  /** Sends to workers that succeeded. */
  sent: number;
  /** Data parts that its resource was given. */
  parts: number;
  /** Locks that its code has held so far; bits of `locks.ts`. */
  locked: number;
}

/** The table that call `call` of a transaction is about. */
export function tableOf(transaction: Transaction, call: number): (typeof tables)[number] {
  return tables[(transaction.table + ((call - 1) >> 1)) % tables.length]!;
}

const expected = tables.map(({ name }) => [`addDataParts ${name}`, `addCreateQuery ${name}`] as const);

/** What the log line of a call begins with; empty for a call that has none. */
export function lineOf(transaction: Transaction, call: number): string {
  if (call === constructCall) return '';
  if (call === sendCall) return calls[sendCall]!;
  if (call === disposeCall) return calls[disposeCall]!;
  return expected[(transaction.table + ((call - 1) >> 1)) % tables.length]![call & 1]!;
}

/** The call as a person would write it. */
export function nameOf(transaction: Transaction): string {
  return writtenCall(calls[transaction.call]!);
}
