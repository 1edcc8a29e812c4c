/** The reading time beside a chapter's title. */

import { expect, test } from 'vitest';

import { readingMinutes } from './reading-time.ts';

test('1,100 words take five minutes', () => {
  expect(readingMinutes('word '.repeat(1100))).toBe(5);
});

test('imports, code and addresses of links do not count as reading', () => {
  const source = `import A from 'a';\n\`\`\`ts\n${'code '.repeat(900)}\n\`\`\`\n[two words](https://example.org/a/b/c)`;
  expect(readingMinutes(source)).toBe(1);
});

test('what a component says counts, the names of its props do not', () => {
  const prop = `<Quiz question="${'asked '.repeat(220)}" options={[{ text: '${'said '.repeat(220)}' }]} />`;
  expect(readingMinutes(prop)).toBe(2);
  expect(readingMinutes('<Tag prop={1} />\n'.repeat(220))).toBe(1);
});

test('an empty page still takes a minute', () => {
  expect(readingMinutes('')).toBe(1);
});
