/** Why a program could not go on, in English. */

import type { Failure } from '../../protocol.ts';

/** What happened, as a sentence. */
export function failureWords({ message }: Pick<Failure, 'message'>): string {
  return message;
}
