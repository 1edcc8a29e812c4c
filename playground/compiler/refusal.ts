/** Sources that are not even tried: too long, or with characters that do not survive the way to the machine. */

import type { Diagnostic } from '../record.ts';
import { longestSource } from './options.ts';

/** A null byte, or half of a surrogate pair. As escapes in a string both are welcome. */
const unsendable = /\0|\p{Surrogate}/u;

/** Tells why a source is refused, in time that does not depend on what it contains. */
export function refuseSource(source: string): Diagnostic | undefined {
  if (source.length > longestSource) {
    const what = { type: 'too long', length: source.length, most: longestSource } as const;
    return { line: 1, column: 1, what, severity: 'error' };
  }
  const found = unsendable.exec(source);
  if (found === null) return undefined;
  const before = source.slice(0, found.index).split(/\r\n|[\r\n]/);
  const what = { type: 'unsendable', code: found[0].charCodeAt(0) } as const;
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, what, severity: 'error' };
}
