/** The stragglers of a busy server: transactions that wait half-way while all others come and go. */

import { setup } from 'leak-lab:setup';
import { advance } from './advance.ts';
import { begin, random } from './arrivals.ts';
import { disposeCall, sendCall } from './call-order.ts';
import { hasFailed } from './failure.ts';
import * as field from './fields.ts';
import { msPerPick, pace, passTime } from './pace.ts';
import { slots } from './slots.ts';
import { state } from './state.ts';
import type { Transaction } from './transaction.ts';

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
  pace.nextPick = state[field.now]! + msPerPick;
  advance(straggler, index);
  return true;
}

/** Whether a straggler has still to get where it waits. */
export function stragglersMove(): boolean {
  return slots.some((slot, at) => at >= setup.concurrency && (slot === undefined || !isParked(slot)));
}

/** Whether it waits where it was to wait, and is not in the midst of a call. */
export function isParked(transaction: Transaction): boolean {
  return transaction.call >= transaction.parksAt && !transaction.waiting;
}
