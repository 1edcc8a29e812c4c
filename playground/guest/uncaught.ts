/** Where an error goes that no caller of the program's can catch: what a listener throws, or a tick, or an immediate. */

import type { Place } from './failure-detail.ts';

let report = (error: unknown, _where: Place): void => {
  throw error;
};

/** Sets who is told; called once, before a program loads. */
export function onUncaught(told: (error: unknown, where: Place) => void): void {
  report = told;
}

/** Ends the run as the program's failure. */
export function reportUncaught(error: unknown, where: Place): void {
  report(error, where);
}
