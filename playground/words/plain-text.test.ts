import fc from 'fast-check';
import { expect, test } from 'vitest';
import { plainText } from './plain-text.ts';

test('keeps what people read', () => {
  const text = 'Logger “größe” 日本語 🚀 → 1.00';
  expect(plainText(text)).toBe(text);
});

test('keeps a text on its line, and shows where the program wanted another', () => {
  expect(plainText('one\r\n  two\u2028three')).toBe('one ⏎ two ⏎ three');
});

test('spells out what a terminal would act on', () => {
  expect(plainText('\u001b[2J\u0007\u009b31m\u202etxt')).toBe('\\u{1b}[2J\\u{7}\\u{9b}31m\\u{202e}txt');
});

test('cuts what is too long to be read', () => {
  expect(plainText('x'.repeat(6_000_000)).length).toBeLessThan(2100);
});

test('gives one line without control characters, whatever it gets', () => {
  const code = fc.oneof(fc.nat(0x9f), fc.integer({ min: 0x2000, max: 0x206f }), fc.nat(0x10ffff));
  const anyText = fc.array(code).map((codes) => String.fromCodePoint(...codes));
  fc.assert(
    fc.property(anyText, (text) => {
      expect(plainText(text)).not.toMatch(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/u);
    }),
  );
});
