/** Plays the workload: interleaves the calls of all that are in flight, from the seed, and has others begin. */

import { setup } from 'leak-lab:setup';
import { advance } from './advance.ts';
import { begin, random } from './arrivals.ts';
import { nextDue } from './clock.ts';
import { fail, hasFailed } from './failure.ts';
import * as field from './fields.ts';
import { pace, passTime } from './pace.ts';
import { setProbing, setRunning, slots } from './slots.ts';
import { state } from './state.ts';
import { isParked } from './stragglers.ts';
import { nameOf, type Transaction } from './transaction.ts';

/** Virtual ms after which a promise that is still pending counts as one that never resolves. */
const patience = 60_000 * setup.pace;

/** Slots that are served in turn: those of the stragglers only at the end, when all go on to theirs. */
let served = setup.concurrency;

/** Ends the time of the stragglers: all that is in flight goes on to its end from here. */
export function resumeAll(): void {
  served = slots.length;
  for (const slot of slots) if (slot !== undefined) slot.parksAt = Infinity;
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
    if (state[field.pendingTimers]! > 0 && nextDue() <= pace.nextPick) break;
  }
  return moved;
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
