/** Follows the calls of a transaction, and judges of each that comes back what it must have done by then. */

import { breach } from './breach.ts';
import { isTellable } from './slots.ts';
import { hostNames, hostsOf } from './stock.ts';
import { disposeCall, lineOf, sendCall, type Transaction } from './transaction.ts';

/** A call is about to be made: from now on its line, and what it owes the workers, are due. */
export function callBegins(transaction: Transaction): void {
  transaction.underWay = true;
}

/** The call failed because a failure was injected: it owes nothing any more. */
export function callFails(transaction: Transaction): void {
  transaction.underWay = false;
}

/** The call came back as if all were well. */
export function callReturns(transaction: Transaction): void {
  transaction.underWay = false;
  if (!isTellable(transaction)) return;
  judgeLine(transaction);
  if (transaction.call === sendCall) judgeSent(transaction);
  if (transaction.call === disposeCall) judgeReleased(transaction);
}

function judgeLine(transaction: Transaction): void {
  const line = lineOf(transaction, transaction.call);
  if (line === '' || transaction.lines & (1 << transaction.call)) return;
  breach('missing line', transaction.number, () => `no line that begins with "${line}" was logged.`);
}

function judgeSent({ number, sentTo }: Transaction): void {
  const missing = hostsOf(number) & ~sentTo;
  if (missing === 0) return;
  breach(
    'worker not sent to',
    number,
    () => `sendResources() came back as if all were well, and did not send to ${hostNames(missing)}.`,
  );
}

function judgeReleased({ number, failed, early, holding }: Transaction): void {
  if (early !== 0 && !failed) {
    breach('worker released early', number, () => `${hostNames(early)} had to let go before the end.`);
  }
  if (holding === 0) return;
  breach('worker not released', number, () => `the end left it on ${hostNames(holding)}.`);
}
