/**
 * The methods of Node's timers, on the numbers that timers are here: programs keep `setTimeout`'s result as a number.
 * A number holds nothing, so a timer that has fired is gone, and `refresh` cannot start it again as Node's would.
 */

import { isReferenced, restart, setReferenced } from '../clock.ts';

const methods: Readonly<Record<string, (this: number) => unknown>> = {
  ref() {
    setReferenced(Number(this), true);
    return Number(this);
  },
  unref() {
    setReferenced(Number(this), false);
    return Number(this);
  },
  hasRef() {
    return isReferenced(Number(this));
  },
  refresh() {
    restart(Number(this));
    return Number(this);
  },
};

/** Gives all numbers the methods; they are the program's own to call on what is a timer. */
export function install(): readonly unknown[] {
  for (const [name, value] of Object.entries(methods))
    Object.defineProperty(Number.prototype, name, { value });
  return [];
}
