/** What the compiler found in a source, in English. */

import type { Diagnostic } from '../../protocol.ts';

/** What was found, as a sentence. */
export function diagnosticWords({ message }: Pick<Diagnostic, 'message'>): string {
  return message;
}
