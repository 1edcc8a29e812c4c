/** Begins transactions: who is next, with which id and tables, where it waits, and where it fails. All chance is drawn here. */

import { setup } from 'leak-lab:setup';
import { advance } from './advance.ts';
import { constructCall, sendCall } from './call-order.ts';
import * as field from './fields.ts';
import { isShown } from './lines.ts';
import { createRandom } from './random.ts';
import { slots } from './slots.ts';
import { state } from './state.ts';
import { tables } from './stock.ts';
import type { Transaction } from './transaction.ts';

/** Call before which one in flight waits while a busy server is read: they wait at all calls in turn, the same each time. */
const parkCall = (place: number): number => 1 + (place % sendCall);

/** The one sequence that everything of a run is drawn from. */
export const random = createRandom(setup.seed);
let lastMs = 0;
let countInMs = 0;

/** Transactions in turn, stragglers aside; those from `parksFrom` on wait on their way, and do not fail before. */
let turns = 0;
let parksFrom = Infinity;

/** From this turn on, as many as are served at once wait on their way. */
export function parkFrom(turn: number): void {
  parksFrom = turn;
}

/** Begins the next transaction in that slot. It waits before the call `parksAt`, and fails in none before `failsFrom`. */
export function begin(index: number, parksAt = Infinity, failsFrom = 1): void {
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
