/** The transactions in flight: one slot each, as many as the workload's concurrency. */

import { setup } from 'leak-lab:setup';
import { current } from '../../vm/guest/fields.ts';
import { state } from '../../vm/guest/state.ts';
import type { Transaction } from './transaction.ts';

export const slots: (Transaction | undefined)[] = Array.from({ length: setup.concurrency }, () => undefined);

let running: Transaction | undefined;

/** Says whose call goes on from here; undefined for none. */
export function setRunning(transaction: Transaction | undefined): void {
  running = transaction;
  state[current] = transaction?.number ?? 0;
}

/** The transaction whose call goes on; undefined outside of calls. */
export function runningTransaction(): Transaction | undefined {
  return running;
}

/** Number of the transaction whose call goes on; undefined outside of calls. */
export function runningNumber(): number | undefined {
  return running?.number;
}

let awaits = false;

/** Says that a call of the program returned a promise: what follows it comes while no call goes on. */
export function setAwaits(): void {
  awaits = true;
}

/** Whether what a transaction does can be told from what others do: not after an await, where two share an id. */
export function isTellable({ sharesId }: Transaction): boolean {
  return !(awaits && sharesId);
}

/** The transaction in flight with this id; where two share it, the one whose call goes on, else the first that `suits`. */
export function inFlightById(
  id: bigint,
  suits?: (transaction: Transaction) => boolean,
): Transaction | undefined {
  if (running?.id === id) return running;
  const sharing = slots.filter((slot) => slot?.id === id);
  return (suits && sharing.find((slot) => slot !== undefined && suits(slot))) ?? sharing[0];
}
