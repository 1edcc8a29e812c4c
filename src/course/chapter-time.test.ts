/** The minutes beside a chapter's title. */

import { expect, test } from 'vitest';

import { chapterTime, timeRule } from './chapter-time.ts';

const noLines = (): number => 0;
const read = (source: string): number => chapterTime(source, noLines).read;

test('1,100 words take five minutes to read', () => {
  expect(chapterTime('word '.repeat(1100), noLines)).toEqual({ read: 5, do: 0 });
});

test('imports, code and addresses of links do not count as reading', () => {
  const source = `import A from 'a';\n\`\`\`ts\n${'code '.repeat(900)}\n\`\`\`\n[two words](https://example.org/a/b/c)`;
  expect(read(source)).toBe(1);
});

test('what a component says counts, the names of its props do not', () => {
  const prop = `<Quiz question="${'asked '.repeat(220)}" options={[{ text: '${'said '.repeat(220)}' }]} />`;
  expect(read(prop)).toBe(2);
  expect(read('<Tag prop={1} />\n'.repeat(220))).toBe(1);
});

test('an empty page still takes a minute', () => {
  expect(read('')).toBe(1);
});

test('the program of each playground is read, and its runs, the questions and the challenge are done', () => {
  const source = `
<Predict question="?" answer={1} />
<Playground scenario="first" concealed />
<Playground
  scenario="second"
/>
<Quiz question="?" />
<PredictChoice question="?" />
<Challenge scenario="first">`;
  const lines: Readonly<Record<string, number>> = { first: 40, second: 80 };
  const { question, playground, challenge, linesAMinute } = timeRule;
  expect(chapterTime(source, (id) => lines[id] ?? Number.NaN)).toEqual({
    read: (40 + 80) / linesAMinute,
    do: 3 * question + 2 * playground + challenge,
  });
});
