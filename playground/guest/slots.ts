/** The transactions in flight: one slot for each of the workload's concurrency, and one for each straggler behind them. */

import { setup } from 'leak-lab:setup';
import { current } from './fields.ts';
import { state } from './state.ts';
import type { Transaction } from './transaction.ts';

/** The first `setup.concurrency` are served in turn; the others are the stragglers'. */
export const slots: (Transaction | undefined)[] = Array.from(
  { length: setup.concurrency + setup.stragglers },
  () => undefined,
);

/** Where a transaction is cut short, to see what is left of it: nowhere, at its first line in the log, in its first or second send. */
export const [nowhere, atFirstLine, inSend, inSecondSend] = [0, 1, 2, 3];
export let probing = nowhere;

/** Cuts the next transactions short there. */
export function setProbing(where: number): void {
  probing = where;
}

let running: Transaction | undefined;

/**
 * Says whose call goes on from here; undefined for none. It stays so until the machine's jobs have run: what a call
 * does after an await belongs to its transaction as well.
 */
export function setRunning(transaction: Transaction | undefined): void {
  running = transaction;
  state[current] = transaction?.number ?? 0;
}

/** The transaction whose call, promise job or timer goes on; undefined outside of all. */
export function runningTransaction(): Transaction | undefined {
  return running;
}

/** Its number. */
export function runningNumber(): number | undefined {
  return running?.number;
}

/** The transaction in flight of this number. */
export function inFlightByNumber(number: number): Transaction | undefined {
  return slots.find((slot) => slot?.number === number);
}

/** Whether what a transaction did can be told from what others of its id did. */
export function isTellable({ untold }: Transaction): boolean {
  return !untold;
}

/**
 * The transaction in flight with this id. Where several share it, the one whose call goes on; outside of their calls it
 * cannot be known which is meant: then the first that `suits`, and where several do, none of them is told from the others
 * any more.
 */
export function inFlightById(
  id: bigint,
  suits?: (transaction: Transaction) => boolean,
): Transaction | undefined {
  const own = running?.id === id ? running : undefined;
  if (own !== undefined && (suits === undefined || !own.sharesId || suits(own))) return own;
  const sharing = slots.filter((slot): slot is Transaction => slot?.id === id);
  const fitting = suits === undefined ? [] : sharing.filter(suits);
  if (fitting.length > 1) for (const transaction of fitting) transaction.untold = true;
  return fitting[0] ?? own ?? sharing[0];
}
