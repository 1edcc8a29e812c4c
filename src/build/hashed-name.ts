/** Names of files that change with what they hold, so that a host may let browsers keep them for ever. */

import { createHash } from 'node:crypto';

/** `guest` → `guest.1f3a9c04b7`. */
export function hashedName(name: string, text: string): string {
  return `${name}.${contentHash(text)}`;
}

/** Ten hexadecimal digits that change with a text. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
