/** Texts packed into few characters that survive in an address and in JSON: DEFLATE, then Base64 for addresses (RFC 4648 §5). */

import { deflateSync, inflateSync, strFromU8, strToU8 } from 'fflate';

/**
 * The text in letters, digits, `-` and `_`. Equal texts give equal ones, on every machine. What it has in common with
 * `known`, a text that whoever unpacks it has as well, takes hardly any room.
 */
export function packText(text: string, known = ''): string {
  const bytes = deflateSync(strToU8(text), { level: 9, ...dictionaryOf(known) });
  const characters = Array.from(bytes, (byte) => String.fromCharCode(byte)).join('');
  return btoa(characters).replaceAll('+', '-').replaceAll('/', '_').replace(/=+$/, '');
}

/** The text that was packed; `undefined` where it is broken, or longer than so many bytes: no more than that is unpacked. */
export function unpackText(packed: string, mostBytes: number, known = ''): string | undefined {
  if (!/^[\w-]*$/.test(packed)) return undefined;
  try {
    const characters = atob(packed.replaceAll('-', '+').replaceAll('_', '/'));
    const bytes = Uint8Array.from(characters, (character) => character.charCodeAt(0));
    // A buffer that is given is filled and no more, whatever the bytes would become.
    const text = inflateSync(bytes, { out: new Uint8Array(mostBytes + 1), ...dictionaryOf(known) });
    return text.length > mostBytes ? undefined : strFromU8(text);
  } catch {
    return undefined;
  }
}

function dictionaryOf(known: string): { readonly dictionary?: Uint8Array } {
  return known === '' ? {} : { dictionary: strToU8(known) };
}
