/** Names contents by a hash, so that what has changed is told from what has not. */

import { createHash } from 'node:crypto';

/** Ten hexadecimal digits that change with a text. */
export function contentHash(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 10);
}
