/** What is packed comes out as it was, and what is hostile does not come out. */

import { zlibSync } from 'fflate';
import fc from 'fast-check';
import { expect, test } from 'vitest';

import { packText, unpackText } from './packed-text.ts';

const most = 200_000;

test('a text comes out as it went in, in characters that an address may hold', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme' }), (text) => {
      const packed = packText(text);
      expect(packed).toMatch(/^[\w-]*$/);
      expect(unpackText(packed, most)).toBe(text.toWellFormed());
    }),
  );
});

test('a bomb is not unpacked: what is longer than asked for is refused', () => {
  const bomb = packText('0'.repeat(50_000_000));
  expect(bomb.length).toBeLessThan(70_000);
  expect(unpackText(bomb, most)).toBeUndefined();
  expect(unpackText(packText('0'.repeat(most)), most)).toHaveLength(most);
});

test('what both sides know takes no room, and must be known to both', () => {
  const known = 'export class CnchServerResource implements ServerResource {';
  const packed = packText(`${known}}`, known);
  expect(packed.length).toBeLessThan(10);
  expect(unpackText(packed, most, known)).toBe(`${known}}`);
  expect(unpackText(packed, most)).toBeUndefined();
  const bomb = packText(known.repeat(500_000), known);
  expect(unpackText(bomb, most, known)).toBeUndefined();
});

test.each([
  ['characters of another alphabet', 'ab+/=='],
  ['a length that no bytes have', 'a'],
  ['bytes that are no stream', 'AAAAAAAA'],
  ['a stream that was cut off', packText('a long enough text to be cut off in its middle').slice(0, 20)],
  ['a stream of another kind', btoa(String.fromCharCode(...zlibSync(new Uint8Array(9)))).replace(/=+$/, '')],
  ['an address with spaces', 'abc def'],
])('%s is refused', (_, packed) => {
  expect(unpackText(packed, most)).toBeUndefined();
});
