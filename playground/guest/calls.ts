/** Follows the calls of a transaction, and judges of each that comes back what it must have done by then. */

import { breach } from './breach.ts';
import { sendCall } from './call-order.ts';
import { hostNames, hostsOf } from './stock.ts';
import { lineOf, type Transaction } from './transaction.ts';

/** A call is about to be made: from now on its line, and what it owes the workers, are due. */
export function callBegins(transaction: Transaction): void {
  transaction.underWay = true;
  const { lines, call } = transaction;
  transaction.due = lines & (1 << call) ? '' : lineOf(transaction, call);
}

/** The call failed because a failure was injected: it owes nothing any more. */
export function callFails(transaction: Transaction): void {
  transaction.underWay = false;
  transaction.due = '';
}

/** The call came back as if all were well. */
export function callReturns(transaction: Transaction): void {
  const { due, call, number } = transaction;
  transaction.underWay = false;
  transaction.due = '';
  if (transaction.untold) return;
  if (due !== '') breach('missing line', number, () => ({ type: 'no line', due }));
  if (call < sendCall) return;
  if (call === sendCall) judgeSent(transaction);
  else judgeReleased(transaction);
}

function judgeSent({ number, sentTo }: Transaction): void {
  const missing = hostsOf(number) & ~sentTo;
  if (missing === 0) return;
  breach('worker not sent to', number, () => ({ type: 'not sent to', hosts: hostNames(missing) }));
}

function judgeReleased({ number, failed, early, holding }: Transaction): void {
  if (early !== 0 && !failed) {
    breach('worker released early', number, () => ({ type: 'released early', hosts: hostNames(early) }));
  }
  if (holding === 0) return;
  breach('worker not released', number, () => ({ type: 'not released', hosts: hostNames(holding) }));
}
