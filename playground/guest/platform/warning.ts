/** Warnings of the platform, on the program's console, as Node prints them on its standard error. */

import { emit } from '../host.ts';

/** Prints one; `name` is the warning's, such as `MaxListenersExceededWarning`. */
export function warn(name: string, message: string): void {
  emit('console-warn', `${name}: ${message}`);
}
