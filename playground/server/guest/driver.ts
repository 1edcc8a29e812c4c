/** Plays the workload: begins transactions, interleaves their calls from the seed, and ends them. */

import { setup } from 'leak-lab:setup';
import type { ServerResource } from 'server';
import * as field from '../../vm/guest/fields.ts';
import { createRandom } from '../../vm/guest/random.ts';
import { state } from '../../vm/guest/state.ts';
import { callBegins, callFails, callReturns } from './calls.ts';
import { fail, failThrown, hasFailed } from './failure.ts';
import { injectedFor } from './injected.ts';
import { server } from './loans.ts';
import { setAwaits, setRunning, slots } from './slots.ts';
import { firstHostOf, tables } from './stock.ts';
import { constructCall, disposeCall, nameOf, sendCall, tableOf, type Transaction } from './transaction.ts';
import { workerPairs } from './workers.ts';

/** A server at 100 transactions a second: virtual ms between two picks, as a transaction takes `disposeCall + 1`. */
const msPerPick = 10 / (disposeCall + 1);
/** Virtual ms after which a promise that is still pending counts as one that never resolves. */
const patience = 60_000;

type Construct = new (lent: typeof server, id: bigint) => ServerResource;

const random = createRandom(setup.seed);
let construct: Construct;
let lastMs = 0;
let countInMs = 0;

/** Takes the program's export; transactions may begin from now on. */
export function adopt(exported: Construct): void {
  construct = exported;
}

/** One pick for each slot. Begins transactions while fewer than `goal` have begun. Returns how many picks did something. */
export function serve(goal: number): number {
  let moved = 0;
  for (let pick = 0; pick < slots.length && !hasFailed(); pick++) {
    const index = Math.floor(random() * slots.length);
    const transaction = slots[index];
    if (transaction === undefined) {
      if (state[field.begun]! >= goal) continue;
      begin(index);
    } else if (transaction.waiting) {
      if (state[field.now]! - transaction.waitingSince > patience) neverResolved(transaction);
      continue;
    } else {
      advance(transaction, index);
    }
    moved++;
    state[field.now]! += msPerPick;
    state[field.servedMs]! += msPerPick;
  }
  return moved;
}

/** Every transaction in flight awaits a promise, and nothing can happen any more that would resolve one. */
export function reportStuck(): void {
  const transaction = slots.find((slot) => slot !== undefined);
  if (transaction !== undefined) neverResolved(transaction);
}

function neverResolved(transaction: Transaction): void {
  const call = nameOf(transaction);
  fail('timeout', `${call}() never finished: the promise it returned is still pending.`, transaction.number);
}

function begin(index: number): void {
  const number = ++state[field.begun]!;
  state[field.inFlight]!++;
  state[field.slice] = Math.floor(((number - 1) * field.slices) / setup.transactions);
  const sharing = otherToShareWith();
  const transaction: Transaction = {
    id: sharing?.id ?? nextId(),
    number,
    table: Math.floor(random() * tables.length),
    failAt: random() < setup.failureRate ? 1 + Math.floor(random() * sendCall) : -1,
    resource: undefined,
    call: constructCall,
    underWay: false,
    waiting: false,
    waitingSince: 0,
    failed: false,
    sharesId: sharing !== undefined,
    lines: 0,
    foreignLines: 0,
    heardAt: state[field.now]!,
    sentTo: 0,
    holding: 0,
    early: 0,
    sendFailed: false,
    sent: 0,
    parts: 0,
  };
  slots[index] = transaction;
  advance(transaction, index);
}

/** Where the workload asks for it, one in flight whose id the next transaction has as well. */
function otherToShareWith(): Transaction | undefined {
  if (setup.sharedIdRate === 0 || random() >= setup.sharedIdRate) return undefined;
  const other = slots.find((slot) => slot !== undefined);
  if (other !== undefined) other.sharesId = true;
  return other;
}

/** Milliseconds shifted left by 18 bits plus a counter within the millisecond, as TxnTimestamp is laid out. */
function nextId(): bigint {
  const ms = Math.floor(state[field.now]!);
  countInMs = ms === lastMs ? countInMs + 1 : 0;
  lastMs = ms;
  return (BigInt(ms) << 18n) + BigInt(countInMs);
}

function advance(transaction: Transaction, index: number): void {
  if (transaction.call === transaction.failAt && transaction.call !== sendCall) abort(transaction);
  setRunning(transaction);
  callBegins(transaction);
  try {
    const result = invoke(transaction);
    if (isThenable(result)) awaitResult(result, transaction, index);
    else complete(transaction, index);
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
  if (call & 1) return resource.addCreateQuery(table.name, table.query);
  transaction.parts += table.parts.length;
  return resource.addDataParts(table.name, table.parts);
}

const required = ['addCreateQuery', 'addDataParts', 'sendResources', Symbol.dispose] as const;

function isResource(made: ServerResource, transaction: Transaction): boolean {
  for (const method of required) {
    if (typeof made[method] === 'function') continue;
    fail(
      'contract',
      `What new CnchServerResource() gave has no method ${String(method)}.`,
      transaction.number,
    );
    return false;
  }
  return true;
}

function isThenable(value: unknown): value is PromiseLike<unknown> {
  if ((typeof value !== 'object' && typeof value !== 'function') || value === null) return false;
  return typeof (value as { then?: unknown }).then === 'function';
}

function awaitResult(result: PromiseLike<unknown>, transaction: Transaction, index: number): void {
  setAwaits();
  transaction.waiting = true;
  transaction.waitingSince = state[field.now]!;
  Promise.resolve(result).then(
    () => {
      transaction.waiting = false;
      complete(transaction, index);
    },
    (error: unknown) => {
      transaction.waiting = false;
      thrown(error, transaction, index);
    },
  );
}

function thrown(error: unknown, transaction: Transaction, index: number): void {
  if (injectedFor(error) === transaction.id) {
    if (transaction.call === disposeCall) complete(transaction, index);
    else abort(transaction);
    return;
  }
  failThrown(error, nameOf(transaction), transaction.number);
}

/** The query fails here: the resource is disposed of next, as a destructor would run. */
function abort(transaction: Transaction): void {
  callFails(transaction);
  transaction.failed = true;
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
  if (transaction.failed) state[field.failed]!++;
}
