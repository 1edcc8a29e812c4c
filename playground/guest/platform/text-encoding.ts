/** TextEncoder and TextDecoder for UTF-8, as the Encoding standard has them. */

import { withCode, wrongType } from './errors.ts';

/** The bytes of a text; halves of surrogate pairs become U+FFFD. */
function encode(text: string): Uint8Array<ArrayBuffer> {
  const bytes = new Uint8Array(text.length * 3);
  const { written } = encodeInto(text, bytes);
  return bytes.slice(0, written);
}

function encodeInto(text: string, into: Uint8Array): { read: number; written: number } {
  let [read, written] = [0, 0];
  for (const character of text) {
    const found = character.codePointAt(0)!;
    const code = found >= 0xd800 && found <= 0xdfff ? 0xfffd : found;
    const size = code < 0x80 ? 1 : code < 0x800 ? 2 : code < 0x10000 ? 3 : 4;
    if (written + size > into.length) break;
    if (size === 1) into[written] = code;
    else {
      for (let at = size - 1; at > 0; at--)
        into[written + at] = 0x80 | ((code >> (6 * (size - 1 - at))) & 0x3f);
      into[written] = ((0xf00 >> size) & 0xff) | (code >> (6 * (size - 1)));
    }
    read += character.length;
    written += size;
  }
  return { read, written };
}

export class TextEncoder {
  get encoding(): string {
    return 'utf-8';
  }
  encode(text: unknown = ''): Uint8Array<ArrayBuffer> {
    return encode(String(text));
  }
  encodeInto(text: unknown, into: unknown): { read: number; written: number } {
    if (!(into instanceof Uint8Array)) throw wrongType('dest', 'an instance of Uint8Array', into);
    return encodeInto(String(text), into);
  }
  get [Symbol.toStringTag](): string {
    return 'TextEncoder';
  }
}

const labels = /^\s*(?:utf-?8|unicode-1-1-utf-8|unicode11utf8|unicode20utf8|x-unicode20utf8)\s*$/i;

export class TextDecoder {
  readonly #fatal: boolean;
  readonly #ignoreBOM: boolean;
  /** Bytes of a character whose rest is yet to come. */
  #begun: readonly number[] = [];
  #atStart = true;

  constructor(
    label: unknown = 'utf-8',
    options?: { readonly fatal?: unknown; readonly ignoreBOM?: unknown },
  ) {
    const asked = String(label);
    if (!labels.test(asked)) {
      throw withCode(
        new RangeError(`The "${asked}" encoding is not supported`),
        'ERR_ENCODING_NOT_SUPPORTED',
      );
    }
    this.#fatal = Boolean(options?.fatal);
    this.#ignoreBOM = Boolean(options?.ignoreBOM);
  }

  get encoding(): string {
    return 'utf-8';
  }
  get fatal(): boolean {
    return this.#fatal;
  }
  get ignoreBOM(): boolean {
    return this.#ignoreBOM;
  }

  decode(input?: ArrayBuffer | ArrayBufferView, options?: { readonly stream?: unknown }): string {
    const isLast = !options?.stream;
    const bytes = [...this.#begun, ...bytesOf(input)];
    const { text, rest } = decodeBytes(bytes, isLast, this.#fatal);
    this.#begun = rest;
    const marked = this.#atStart && !this.#ignoreBOM && text.startsWith('\ufeff');
    if (text !== '') this.#atStart = false;
    if (isLast) this.#atStart = true;
    return marked ? text.slice(1) : text;
  }

  get [Symbol.toStringTag](): string {
    return 'TextDecoder';
  }
}

function bytesOf(input: unknown): Uint8Array {
  if (input === undefined) return new Uint8Array();
  if (ArrayBuffer.isView(input)) return new Uint8Array(input.buffer, input.byteOffset, input.byteLength);
  if (input instanceof ArrayBuffer || input instanceof SharedArrayBuffer) return new Uint8Array(input);
  throw wrongType('input', 'an instance of ArrayBuffer or ArrayBufferView', input);
}

/** How many bytes a character has that begins with this one, and between which bounds the second lies. */
function sequenceOf(first: number): readonly [size: number, least: number, most: number] {
  if (first < 0x80) return [1, 0, 0];
  if (first >= 0xc2 && first <= 0xdf) return [2, 0x80, 0xbf];
  if (first >= 0xe0 && first <= 0xef) return [3, first === 0xe0 ? 0xa0 : 0x80, first === 0xed ? 0x9f : 0xbf];
  if (first >= 0xf0 && first <= 0xf4) return [4, first === 0xf0 ? 0x90 : 0x80, first === 0xf4 ? 0x8f : 0xbf];
  return [0, 0, 0];
}

function decodeBytes(
  bytes: readonly number[],
  isLast: boolean,
  fatal: boolean,
): { readonly text: string; readonly rest: readonly number[] } {
  const parts: string[] = [];
  const fail = (): void => {
    if (fatal) {
      throw withCode(
        new TypeError('The encoded data was not valid for encoding utf-8'),
        'ERR_ENCODING_INVALID_ENCODED_DATA',
      );
    }
    parts.push('\ufffd');
  };
  for (let at = 0; at < bytes.length;) {
    const [size, least, most] = sequenceOf(bytes[at]!);
    if (size <= 1) {
      if (size === 1) parts.push(String.fromCharCode(bytes[at]!));
      else fail();
      at++;
      continue;
    }
    let code = bytes[at]! & (0xff >> (size + 1));
    let taken = 1;
    for (; taken < size && at + taken < bytes.length; taken++) {
      const next = bytes[at + taken]!;
      if (next < (taken === 1 ? least : 0x80) || next > (taken === 1 ? most : 0xbf)) break;
      code = (code << 6) | (next & 0x3f);
    }
    if (taken < size && at + taken === bytes.length && !isLast)
      return { text: parts.join(''), rest: bytes.slice(at) };
    if (taken < size) fail();
    else parts.push(String.fromCodePoint(code));
    at += taken;
  }
  return { text: parts.join(''), rest: [] };
}

/** Puts both where a program looks for them. */
export function install(): readonly unknown[] {
  Object.assign(globalThis, { TextEncoder, TextDecoder });
  return [TextEncoder, TextDecoder];
}
