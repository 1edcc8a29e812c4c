/** Puts `crypto` where a program looks for it. */

import { getRandomValues, randomUUID } from './web-crypto.ts';

export function install(): readonly unknown[] {
  const crypto = { getRandomValues, randomUUID };
  Object.assign(globalThis, { crypto });
  return [crypto];
}
