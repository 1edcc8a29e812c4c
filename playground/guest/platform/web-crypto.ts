/** `crypto`: chance from the run's seed, so that equal runs draw equal numbers. Fit for ids, and for nothing secret. */

import { setup } from 'leak-lab:setup';
import { createRandom } from '../random.ts';
import { domException, wrongType } from './errors.ts';

/** Another row than that of `Math.random`. */
const random = createRandom(setup.seed ^ 0x63727970);

/** Fills an array of integers and returns it. */
export function getRandomValues<T>(array: T): T {
  if (
    !ArrayBuffer.isView(array) ||
    array instanceof DataView ||
    array instanceof Float32Array ||
    array instanceof Float64Array
  ) {
    throw domException('The data argument must be an integer-type TypedArray', 'TypeMismatchError');
  }
  if (array.byteLength > 65_536) {
    throw domException(
      `The requested length exceeds the maximum allowed length: ${array.byteLength} > 65536`,
      'QuotaExceededError',
    );
  }
  const bytes = new Uint8Array(array.buffer, array.byteOffset, array.byteLength);
  for (let at = 0; at < bytes.length; at++) bytes[at] = Math.floor(random() * 256);
  return array;
}

/** A UUID of version 4. */
export function randomUUID(): string {
  const bytes = getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = bytes.toHex();
  return [hex.slice(0, 8), hex.slice(8, 12), hex.slice(12, 16), hex.slice(16, 20), hex.slice(20)].join('-');
}

/** An integer from `least` up to, without it, `limit`. */
export function randomInt(least: number, limit?: number): number {
  const [from, to] = limit === undefined ? [0, least] : [least, limit];
  if (!Number.isSafeInteger(from)) throw wrongType('min', 'a safe integer', from);
  if (!Number.isSafeInteger(to)) throw wrongType('max', 'a safe integer', to);
  return from + Math.floor(random() * (to - from));
}

declare global {
  interface Uint8Array {
    toHex(): string;
  }
}
