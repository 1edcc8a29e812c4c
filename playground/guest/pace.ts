/** How fast the server is called: when the next call of a transaction is due. */

import { setup } from 'leak-lab:setup';
import { disposeCall } from './call-order.ts';
import * as field from './fields.ts';
import { state } from './state.ts';

/** A server at 100 transactions a second: virtual ms between two picks, as a transaction takes `disposeCall + 1`. */
export const msPerPick = (10 / (disposeCall + 1)) * setup.pace;

/** When the next call is due, in virtual ms: timers that are due before it go first. */
export const pace = { nextPick: 0 };

/** When the next call of a transaction is due, in virtual ms. */
export function nextCallDue(): number {
  return Math.max(pace.nextPick, state[field.now]!);
}

/** A call is made when it is due, and the next one comes a while later. */
export function passTime(): void {
  if (pace.nextPick > state[field.now]!) state[field.now] = pace.nextPick;
  pace.nextPick = state[field.now]! + msPerPick;
  state[field.servedMs]! += msPerPick;
}
