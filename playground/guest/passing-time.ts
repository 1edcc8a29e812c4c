/** Lets virtual time pass: to the next timer, tick or collection, whichever is due first. */

import { setup } from 'leak-lab:setup';
import { fireDue, nextDue, runTicks } from './clock.ts';
import { rehold, release } from './collector.ts';
import { failThrown } from './failure.ts';
import * as field from './fields.ts';
import { inFlightByNumber, setRunning } from './slots.ts';
import { state } from './state.ts';

/** A server's clock starts at 2024-07-04 00:00 UTC, the day on which the leak was reported. */
state[field.now] = Date.UTC(2024, 6, 4);

let nextCollection = setup.collectorMs > 0 ? state[field.now] + setup.collectorMs : Infinity;

/** Lets happen what is due by itself before the next call is made, each at its own time. */
export function happenedBefore(call: number): 'timer' | 'collect' | 'nothing' {
  return Math.min(nextDue(), nextCollection) > call ? 'nothing' : step(call);
}

/** Lets time jump to the next thing that happens by itself, at most until `until`. */
export function step(until: number): 'timer' | 'collect' | 'nothing' {
  const next = Math.min(nextDue(), nextCollection);
  if (next > until || next === Infinity) {
    if (until !== Infinity) state[field.now] = until;
    return 'nothing';
  }
  if (next > state[field.now]!) state[field.now] = next;
  if (next === nextCollection) return 'collect';
  return timerFired() ? 'timer' : 'nothing';
}

/** What a timer or a tick does belongs to the transaction that set it. */
const enter = (owner: number): void => {
  setRunning(inFlightByNumber(owner));
};

function timerFired(): boolean {
  try {
    return fireDue(enter);
  } catch (error) {
    failThrown(error, { type: 'timer' });
    return true;
  }
}

/** Runs what the program put off until its calls are over. */
export function tick(): void {
  try {
    runTicks(enter);
  } catch (error) {
    failThrown(error, { type: 'code', code: 'process.nextTick' });
  }
}

/** The first half of a virtual collection; the host collects and runs jobs before the other. */
export function beginCollection(): void {
  nextCollection = setup.collectorMs > 0 ? state[field.now]! + setup.collectorMs : Infinity;
  release();
}

/** The other half. */
export function endCollection(): void {
  try {
    rehold();
  } catch (error) {
    failThrown(error, { type: 'finalizer' });
  }
}
