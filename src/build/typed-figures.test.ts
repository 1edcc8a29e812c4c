/** What a typed figure is: digits that are read, whatever they stand in. */

import { describe, expect, test } from 'vitest';

import { figuresOfWords, typedFigures } from './typed-figures.ts';

describe('what counts as a figure that was typed', () => {
  const figures = (mdx: string): readonly string[] => typedFigures(mdx).map(({ figure }) => figure);

  test('digits in text, in words given to a component, and in the front matter', () => {
    expect(figures('Some 4,000 lines, or 3.4 % of 7 GB.')).toEqual(['4,000', '3.4 %', '7 GB']);
    expect(figures('<Quiz question="Why 12?" options={[{ text: `${many} of 13` }]} />')).toEqual([
      '12',
      '13',
    ]);
    expect(figures('---\ntitle: Twelve\nlearn:\n  - The 5 ways\nchapter: 9\n---\n')).toEqual(['5']);
  });

  test('not what is computed, nor code', () => {
    expect(figures('<Measured count={run.samples[3]} /> of {countWords(7)}, see `at(1)`.')).toEqual([]);
    expect(figures('```ts\nconst limit = 64;\n```')).toEqual([]);
  });

  test('words in a module, but not what it imports', () => {
    const module =
      "import a from './a2/b.ts';\nexport const words: Words = { many: (of: number) => `${of} of 7` };";
    expect(figuresOfWords(module).map(({ figure }) => figure)).toEqual(['7']);
  });

  test('not dates, versions, chapters and names', () => {
    expect(figures('On 31 October 2024, in 0.4.2 and 1.0.x, as in chapters 3 and 9b.')).toEqual([]);
    expect(figures('C++17, ECMA-262, #1919, worker-1/1, SessionResource(2), transaction 4, 64-bit')).toEqual(
      [],
    );
  });
});
