import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { allowanceText, readAllAllowances, readAllowances, type ReadAllowances } from './allowance.ts';
import { en } from './en/en.ts';

/** What is wrong, as a reader gets it. */
const faultIn = ({ fault }: ReadAllowances): string =>
  fault === undefined ? '' : en.allowanceFaultWords(fault);

describe('what is known and right', () => {
  test.each([
    ['', []],
    ['1000 Entry', [['Entry', 1000]]],
    ['1,000 Entry', [['Entry', 1000]]],
    [
      '1,000 Entry, 2 Image',
      [
        ['Entry', 1000],
        ['Image', 2],
      ],
    ],
    [
      '1000 Entry,200 Image',
      [
        ['Entry', 1000],
        ['Image', 200],
      ],
    ],
    [
      'at most 1_000_000 Entry; 2 Image for ever',
      [
        ['Entry', 1_000_000],
        ['Image', 2],
      ],
    ],
    [
      '3 Logger (line 40), 4 (anonymous, line 7)',
      [
        ['Logger (line 40)', 3],
        ['(anonymous, line 7)', 4],
      ],
    ],
  ] as const)('reads %j', (text, expected) => {
    const read = readAllowances(text);
    expect(read.allowances?.map(({ className, most }) => [className, most])).toEqual(expected);
  });

  test.each([
    ['Entry', /“Entry” cannot be read: write how many instances of which class may stay/],
    ['1000', /“1000” cannot be read/],
    ['2 Image, many Entry', /“many Entry” cannot be read/],
    ['-1 Entry', /cannot be read/],
    ['1.5 Entry', /cannot be read/],
    ['1,00 Entry', /cannot be read/],
    ['0 Entry', /Entry that may stay must be from 1 to 1,000,000/],
    ['1000001 Entry', /must be from 1 to 1,000,000/],
    ['1 Entry, 2 Entry', /Entry is named twice/],
    ['1 Ent\u001b[31mry', /cannot be read/],
  ])('says what is wrong with %j', (text, sentence) => {
    const fault = faultIn(readAllowances(text));
    expect(fault).toMatch(sentence);
    expect(fault).not.toMatch(/\p{Cc}/u);
  });

  test('reads each option of a command, and lets none be blank', () => {
    expect(readAllAllowances(['1,000 Entry', '2 Image']).allowances).toHaveLength(2);
    expect(readAllAllowances([]).allowances).toEqual([]);
    expect(faultIn(readAllAllowances(['1 Entry', ' ']))).toMatch(/cannot be read/);
    expect(faultIn(readAllAllowances(['1 Entry', '1 Entry']))).toMatch(/named twice/);
  });

  test('reads back what it writes', () => {
    const className = fc.constantFrom(
      'Entry',
      '$Image',
      'größe',
      'Logger (line 40)',
      '(anonymous, line 7)',
      'A2',
    );
    const entries = fc.uniqueArray(fc.record({ className, most: fc.integer({ min: 1, max: 1_000_000 }) }), {
      selector: (each) => each.className,
    });
    fc.assert(
      fc.property(entries, (allowances) => {
        expect(readAllowances(allowanceText(allowances)).allowances).toEqual(allowances);
      }),
    );
  });
});
