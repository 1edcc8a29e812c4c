/** What went wrong in the log or with something lent, in English. */

import type { Breach } from '../../protocol.ts';

/** The first of its kind that was seen, as a sentence. */
export function breachWords({ message }: Pick<Breach, 'message'>): string {
  return message;
}
