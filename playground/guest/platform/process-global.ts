/** Puts `process` where a program looks for it. */

import { process } from './process-object.ts';

export function install(): readonly unknown[] {
  Object.assign(globalThis, { process });
  return [process];
}
