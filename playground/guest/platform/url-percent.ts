/** Percent-encoding as the URL standard has it: which characters are written as bytes, by place. */

import { TextDecoder, TextEncoder } from './text-encoding.ts';

const encoder = new TextEncoder();
const decoder = new TextDecoder('utf-8', { ignoreBOM: true });

/** ASCII characters that are encoded beside controls and what is not ASCII. */
const query = ' "#<>';
const path = `${query}?^\`{}`;
const userinfo = `${path}/:;=@[\\]|`;
export const encodeSets = {
  control: '',
  fragment: ' "<>`',
  query,
  specialQuery: `${query}'`,
  path,
  userinfo,
} as const;

/** The text with all characters of the set as `%XX`. */
export function percentEncode(text: string, set: string): string {
  let result = '';
  for (const character of text) {
    const code = character.codePointAt(0)!;
    const isPlain = code > 0x1f && code < 0x7f && !set.includes(character);
    result += isPlain ? character : bytesOf(character);
  }
  return result;
}

function bytesOf(character: string): string {
  return Array.from(
    encoder.encode(character),
    (byte) => `%${byte.toString(16).toUpperCase().padStart(2, '0')}`,
  ).join('');
}

/** The text with every `%XX` as the byte it stands for, read as UTF-8. */
export function percentDecode(text: string): string {
  if (!text.includes('%')) return text;
  const bytes = encoder.encode(text);
  const decoded: number[] = [];
  for (let at = 0; at < bytes.length; at++) {
    const hex = String.fromCharCode(bytes[at + 1] ?? 0, bytes[at + 2] ?? 0);
    if (bytes[at] === 0x25 && /^[\da-f]{2}$/i.test(hex)) {
      decoded.push(Number.parseInt(hex, 16));
      at += 2;
    } else decoded.push(bytes[at]!);
  }
  return decoder.decode(new Uint8Array(decoded));
}

/** A part of an `application/x-www-form-urlencoded` text. */
export function formEncode(text: string): string {
  let result = '';
  for (const character of text.toWellFormed()) {
    if (character === ' ') result += '+';
    else result += /^[\w*.-]$/.test(character) ? character : bytesOf(character);
  }
  return result;
}

export function formDecode(text: string): string {
  return percentDecode(text.replaceAll('+', ' '));
}
