/** Names of files that change with what they hold, so that a host may let browsers keep them forever. */

import { contentHash } from '#playground/node/content-hash.ts';

/** `guest` → `guest.1f3a9c04b7`. */
export function hashedName(name: string, text: string): string {
  return `${name}.${contentHash(text)}`;
}
