/** Makes the next call of a transaction, and takes what comes of it: a return, a promise, an injected failure, an error. */

import type { ServerResource } from 'server';
import { calls, constructCall, disposeCall, sendCall } from './call-order.ts';
import { callBegins, callFails, callReturns } from './calls.ts';
import { fail, failThrown } from './failure.ts';
import * as field from './fields.ts';
import { injectedFor } from './injected.ts';
import { server } from './loans.ts';
import { setRunning, slots } from './slots.ts';
import { endings, state } from './state.ts';
import { firstHostOf } from './stock.ts';
import { beginTask } from './task.ts';
import { nameOf, tableOf, type Transaction } from './transaction.ts';
import { workerPairs } from './workers.ts';

type Construct = new (lent: typeof server, id: bigint) => ServerResource;

/** Taken before a program can hang anything of its own on a promise of its own. */
const { apply } = Reflect;
const { then } = Promise.prototype;
let construct: Construct;

/** Takes the program's export; transactions may begin from now on. */
export function adopt(exported: Construct): void {
  construct = exported;
}

/** Makes the next call of the transaction in that slot. */
export function advance(transaction: Transaction, index: number): void {
  if (transaction.call === transaction.failAt && transaction.call !== sendCall) abort(transaction);
  setRunning(transaction);
  beginTask();
  callBegins(transaction);
  try {
    const result = invoke(transaction);
    if (isThenable(result)) {
      awaitResult(result, transaction, index);
      return;
    }
    complete(transaction, index);
  } catch (error) {
    thrown(error, transaction, index);
  }
  setRunning(undefined);
}

function invoke(transaction: Transaction): unknown {
  const { call, resource } = transaction;
  if (call === constructCall) {
    const made = new construct(server, transaction.id);
    if (isResource(made, transaction)) transaction.resource = made;
    return undefined;
  }
  if (resource === undefined) return undefined;
  if (call === disposeCall) return resource[Symbol.dispose]();
  if (call === sendCall) return resource.sendResources(workerPairs[firstHostOf(transaction.number)]!);
  const table = tableOf(transaction, call);
  if (calls[call] === 'addCreateQuery') return resource.addCreateQuery(table.name, table.query);
  transaction.parts += table.parts.length;
  return resource.addDataParts(table.name, table.parts);
}

const required = ['addCreateQuery', 'addDataParts', 'sendResources', Symbol.dispose] as const;

function isResource(made: ServerResource, transaction: Transaction): boolean {
  for (const method of required) {
    if (typeof made[method] === 'function') continue;
    fail('contract', { type: 'no method', method: String(method) }, transaction.number);
    return false;
  }
  return true;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  return typeof (value as { then?: unknown }).then === 'function';
}

/** The program may have given its promise a `then` of its own: it gets no function of ours that it could call twice. */
function awaitResult(result: PromiseLike<unknown>, transaction: Transaction, index: number): void {
  const settled = Promise.resolve(result);
  transaction.waiting = true;
  transaction.waitingSince = state[field.now]!;
  void apply(then, settled, [
    () => {
      transaction.waiting = false;
      complete(transaction, index);
    },
    (error: unknown) => {
      transaction.waiting = false;
      thrown(error, transaction, index);
    },
  ]);
}

function thrown(error: unknown, transaction: Transaction, index: number): void {
  if (injectedFor(error) === transaction.id) {
    if (transaction.call === disposeCall) complete(transaction, index);
    else abort(transaction);
    return;
  }
  failThrown(error, { type: 'code', code: nameOf(transaction) }, transaction.number);
}

/** The query fails here: the resource is disposed of next, as a destructor would run. */
function abort(transaction: Transaction): void {
  callFails(transaction);
  transaction.failed = true;
  if (transaction.call === sendCall) state[field.failedAtSend]!++;
  transaction.call = disposeCall;
}

function complete(transaction: Transaction, index: number): void {
  callReturns(transaction);
  if (transaction.call < disposeCall) {
    transaction.call++;
    return;
  }
  slots[index] = undefined;
  state[field.inFlight]!--;
  state[field.ended]!++;
  // 1 for committed, 2 for failed (`ending` in `fields.ts`). An assignment would count as work of the run, an increment does not.
  endings[transaction.number]!++;
  if (transaction.failed) {
    state[field.failed]!++;
    endings[transaction.number]!++;
  }
}
