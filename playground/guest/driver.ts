/** Plays the workload: begins transactions, interleaves their calls from the seed, and ends them. */

import { setup } from 'leak-lab:setup';
import type { ServerResource } from 'server';
import * as field from './fields.ts';
import { createRandom } from './random.ts';
import { state } from './state.ts';
import { callBegins, callFails, callReturns } from './calls.ts';
import { fail, failThrown, hasFailed } from './failure.ts';
import { nextDue } from './clock.ts';
import { beginTask } from './task.ts';
import { injectedFor } from './injected.ts';
import { isShown } from './lines.ts';
import { server } from './loans.ts';
import { setProbing, setRunning, slots } from './slots.ts';
import { firstHostOf, tables } from './stock.ts';
import { constructCall, disposeCall, nameOf, sendCall, tableOf, type Transaction } from './transaction.ts';
import { workerPairs } from './workers.ts';

/** A server at 100 transactions a second: virtual ms between two picks, as a transaction takes `disposeCall + 1`. */
const msPerPick = (10 / (disposeCall + 1)) * setup.pace;
/** Virtual ms after which a promise that is still pending counts as one that never resolves. */
const patience = 60_000 * setup.pace;
/** Call before which one in flight waits while a busy server is read: they wait at all calls in turn, the same each time. */
const parkCall = (place: number): number => 1 + (place % sendCall);

type Construct = new (lent: typeof server, id: bigint) => ServerResource;

const random = createRandom(setup.seed);
/** Taken before a program can hang anything of its own on a promise of its own. */
const { apply } = Reflect;
const { then } = Promise.prototype;
let construct: Construct;
let lastMs = 0;
let countInMs = 0;
/** When the next call is due, in virtual ms: timers that are due before it go first. */
let nextPick = 0;

/** Takes the program's export; transactions may begin from now on. */
export function adopt(exported: Construct): void {
  construct = exported;
}

/** When the next call of a transaction is due, in virtual ms. */
export function nextCallDue(): number {
  return Math.max(nextPick, state[field.now]!);
}

/** Slots that are served in turn: those of the stragglers only at the end, when all go on to theirs. */
let served = setup.concurrency;

/** Ends the time of the stragglers: all that is in flight goes on to its end from here. */
export function resumeAll(): void {
  served = slots.length;
  for (const slot of slots) if (slot !== undefined) slot.parksAt = Infinity;
}

/** The call before which each straggler waits. */
const waitsAt: number[] = [];

/** Begins the stragglers: each makes some of its calls, and then none until `resumeAll`. */
export function beginStragglers(): void {
  for (let index = setup.concurrency; index < slots.length && !hasFailed(); index++) {
    const parksAt = 1 + Math.floor(random() * sendCall);
    waitsAt.push(parksAt);
    passTime();
    begin(index, parksAt, parksAt + Math.floor(random() * (disposeCall - parksAt)));
  }
}

/** Where a straggler began that has ended meanwhile, another begins, which waits at the same call. */
function replaceStraggler(): boolean {
  const index = slots.findIndex((slot, at) => at >= setup.concurrency && slot === undefined);
  if (index < 0) return false;
  const parksAt = waitsAt[index - setup.concurrency]!;
  passTime();
  begin(index, parksAt, parksAt);
  return true;
}

/** Lets the straggler that has waited longest go on to its end, but for one that outlives all; another takes its place. */
export function renewStraggler(): void {
  const oldest = slots.slice(setup.concurrency + 1).reduce((a, b) => (a!.number < b!.number ? a : b));
  if (oldest !== undefined) oldest.parksAt = Infinity;
  renewed++;
}

/** Stragglers that others have taken the place of. */
export let renewed = 0;

/** A call of a straggler that is not yet where it waits. Returns whether there was one. */
export function advanceStragglers(): boolean {
  const index = slots.findIndex(
    (slot, at) => at >= setup.concurrency && slot !== undefined && !isParked(slot) && !slot.waiting,
  );
  const straggler = slots[index];
  if (straggler === undefined) return replaceStraggler();
  nextPick = state[field.now]! + msPerPick;
  advance(straggler, index);
  return true;
}

/** Whether a straggler has still to get where it waits. */
export function stragglersMove(): boolean {
  return slots.some((slot, at) => at >= setup.concurrency && (slot === undefined || !isParked(slot)));
}

function isParked(transaction: Transaction): boolean {
  return transaction.call >= transaction.parksAt && !transaction.waiting;
}

/**
 * Some picks, one for each slot at most: until a timer is due, or a call awaits, whose jobs must run first. Begins
 * transactions while fewer than `goal` have begun. Returns how many picks did something.
 */
export function serve(goal: number): number {
  let moved = 0;
  for (let pick = 0; pick < served && !hasFailed(); pick++) {
    const index = Math.floor(random() * served);
    const transaction = slots[index];
    if (transaction === undefined) {
      if (state[field.begun]! >= goal) continue;
      passTime();
      begin(index);
    } else if (transaction.waiting) {
      if (state[field.now]! - transaction.waitingSince > patience) neverResolved(transaction);
      continue;
    } else if (transaction.call >= transaction.parksAt) {
      continue;
    } else {
      passTime();
      advance(transaction, index);
    }
    moved++;
    if (slots[index]?.waiting === true) break;
    if (state[field.pendingTimers]! > 0 && nextDue() <= nextPick) break;
  }
  return moved;
}

/** A call is made when it is due, and the next one comes a while later. */
function passTime(): void {
  if (nextPick > state[field.now]!) state[field.now] = nextPick;
  nextPick = state[field.now]! + msPerPick;
  state[field.servedMs]! += msPerPick;
}

/** Whether nobody in flight can go on by being served. */
export function allWait(goal: number): boolean {
  return slots.every((slot, index) => {
    if (slot === undefined) return index >= served || state[field.begun]! >= goal;
    return slot.waiting || index >= served || isParked(slot);
  });
}

/** Whether all that are served in turn wait to be read, none of them in the midst of a call. */
export function allParked(): boolean {
  for (let index = 0; index < setup.concurrency; index++) {
    const slot = slots[index];
    if (slot === undefined || !isParked(slot)) return false;
  }
  return true;
}

/** Of those that are served in turn, the ones up to this number go on. */
export function unpark(last: number): void {
  for (let index = 0; index < setup.concurrency; index++) {
    const slot = slots[index];
    if (slot !== undefined && slot.turn <= last) slot.parksAt = Infinity;
  }
}

/** Transactions in turn, stragglers aside; those from `parksFrom` on wait on their way, and do not fail before. */
let turns = 0;
let parksFrom = Infinity;

/** From this turn on, as many as are served at once wait on their way. */
export function parkFrom(turn: number): void {
  parksFrom = turn;
}

/** Begins one more transaction, alone, that never comes back from `where` (a place of `slots.ts`). */
export function beginProbe(where: number): void {
  setProbing(where);
  begin(0);
  const probe = slots[0];
  if (probe !== undefined) probe.failAt = -1;
}

/** Forgets the transaction that `beginProbe` began, without a disposal. */
export function dropProbe(): void {
  setRunning(undefined);
  if (slots[0] === undefined) return;
  slots[0] = undefined;
  state[field.inFlight]!--;
}

/** Every transaction in flight awaits a promise, and nothing can happen any more that would resolve one. */
export function reportStuck(): void {
  const transaction = slots.find((slot) => slot?.waiting);
  if (transaction !== undefined) neverResolved(transaction);
}

function neverResolved(transaction: Transaction): void {
  fail('timeout', { type: 'call pending', call: nameOf(transaction) }, transaction.number);
}

function begin(index: number, parksAt = Infinity, failsFrom = 1): void {
  const number = ++state[field.begun]!;
  state[field.inFlight]!++;
  state[field.slice] = Math.floor(((number - 1) * field.slices) / setup.transactions);
  const isStraggler = index >= setup.concurrency;
  const turn = isStraggler ? 0 : ++turns;
  const parks = !isStraggler && turn >= parksFrom;
  // Whoever is in flight while a busy server is read has an id of its own: so they hold as much each time.
  const sharing = parks || isStraggler ? undefined : otherToShareWith();
  const stops = parks ? parkCall(turn - parksFrom) : parksAt;
  const transaction: Transaction = {
    id: sharing?.id ?? nextId(),
    number,
    turn,
    table: tableFor(turn, parks),
    failAt: failure(parks ? stops : failsFrom),
    failsAtWorker: setup.stragglers > 0 ? number % 2 : 1,
    parksAt: stops,
    resource: undefined,
    call: constructCall,
    underWay: false,
    due: '',
    waiting: false,
    waitingSince: 0,
    failed: false,
    sharesId: sharing !== undefined,
    untold: false,
    isShown: isShown(number),
    lines: 0,
    foreignLines: 0,
    heardAt: state[field.now]!,
    sentTo: 0,
    holding: 0,
    early: 0,
    sendFailed: false,
    sent: 0,
    parts: 0,
    locked: 0,
  };
  slots[index] = transaction;
  advance(transaction, index);
}

/** Its first table, by chance; where a busy server is read, those in flight have the same ones each time. */
function tableFor(turn: number, parks: boolean): number {
  const drawn = Math.floor(random() * tables.length);
  return parks ? (turn - parksFrom) % tables.length : drawn;
}

/** The call in which the next transaction fails, none before `from`; -1 for none at all. */
function failure(from: number): number {
  return random() < setup.failureRate ? Math.max(from, 1 + Math.floor(random() * sendCall)) : -1;
}

/** Where the workload asks for it, one in flight whose id the next transaction has as well: now a new one, now a straggler. */
function otherToShareWith(): Transaction | undefined {
  if (setup.sharedIdRate === 0 || random() >= setup.sharedIdRate) return undefined;
  const isWithStraggler = setup.stragglers > 0 && random() < 0.3;
  const other = isWithStraggler
    ? slots[setup.concurrency + Math.floor(random() * setup.stragglers)]
    : slots.find((slot) => slot !== undefined);
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
  if (call & 1) return resource.addCreateQuery(table.name, table.query);
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
  if (transaction.failed) state[field.failed]!++;
}
