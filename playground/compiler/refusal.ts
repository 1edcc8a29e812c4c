/** Sources that are not even tried: too long, or with characters that do not survive the way to the machine. */

import type { Diagnostic } from '../protocol.ts';
import { longestSource } from './options.ts';

/** A null byte, or half of a surrogate pair. As escapes in a string both are welcome. */
const unsendable = /\0|\p{Surrogate}/u;

/** Says why a source is refused, in time that does not depend on what it contains. */
export function refuseSource(source: string): Diagnostic | undefined {
  if (source.length > longestSource) {
    const [length, limit] = [source.length, longestSource].map((one) => one.toLocaleString('en-US'));
    const message = `The program has ${length} characters; at most ${limit} are compiled. Shorten it.`;
    return { line: 1, column: 1, message, severity: 'error' };
  }
  const found = unsendable.exec(source);
  if (found === null) return undefined;
  const before = source.slice(0, found.index).split(/\r\n|[\r\n]/);
  const code = found[0].charCodeAt(0).toString(16).padStart(4, '0');
  const what = found[0] === '\0' ? 'a null byte' : 'half of a surrogate pair';
  const message = `Here the source has ${what}. Write it as the escape \\u${code}.`;
  return { line: before.length, column: (before.at(-1)?.length ?? 0) + 1, message, severity: 'error' };
}
