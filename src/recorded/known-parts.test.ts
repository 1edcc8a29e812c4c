/** What a reader knows of a program is folded, and what the chapter is about never is. */

import { describe, expect, test } from 'vitest';

import { readProgram } from '#playground/node/programs.ts';
import { knownLines } from './known-parts.ts';

const logger = `/** Writes lines. */
class Logger {
  readonly #channel: LogChannel;

  constructor(channel: LogChannel) {
    this.#channel = channel;
  }
}
`;
const rest = `export class Resource {
  add(table: string): void {
    this.#log.debug(\`add \${table}\`);
  }
}
`;
const chapter3 = { chapter: 3, source: logger };

describe('known lines', () => {
  test('are those of a class that an earlier program has, from its comment to its end', () => {
    const source = `const first = 1;\n\n${logger}\n${rest}`;
    expect(knownLines(source, [chapter3], source)).toEqual([
      { from: 3, to: 10, names: ['Logger'], chapters: [3], nearly: false },
    ]);
  });

  test('do not depend on spaces, line ends and comments', () => {
    const known = {
      chapter: 3,
      source:
        'class Logger {readonly #channel: LogChannel; // its own\nconstructor(channel:LogChannel){this.#channel=channel;}}',
    };
    expect(knownLines(logger, [known], logger)).toMatchObject([{ from: 1, to: 8, names: ['Logger'] }]);
  });

  test('leave out what the fix changes: it is what the chapter is about', () => {
    const fixed = logger.replace('this.#channel = channel;', 'this.#channel = once(channel);');
    expect(knownLines(logger, [chapter3], fixed)).toEqual([]);
  });

  test('are none in the first chapter, and none where so few are known that a fold would save nothing', () => {
    expect(knownLines(logger, [], logger)).toEqual([]);
    expect(knownLines(rest, [{ chapter: 3, source: rest }], rest)).toEqual([]);
  });

  test('name the last chapter that has all of them, and else one for each part', () => {
    const source = `${logger}\n${rest}`;
    const chapter4 = { chapter: 4, source: logger };
    const chapter5 = { chapter: 5, source: rest };
    expect(knownLines(source, [chapter3, chapter4], source)).toMatchObject([
      { names: ['Logger'], chapters: [4] },
    ]);
    expect(knownLines(source, [{ chapter: 2, source }, chapter4], source)).toMatchObject([{ chapters: [2] }]);
    expect(knownLines(source, [chapter3, chapter5], source)).toMatchObject([
      { names: ['Logger', 'Resource'], chapters: [3, 5] },
    ]);
  });
});

test('a method that logs in another way than before is said to be nearly the same', async () => {
  const [source, fixed, before] = await Promise.all([
    readProgram('timer-per-resource', 'leaky'),
    readProgram('timer-per-resource', 'fixed'),
    readProgram('logger-per-transaction', 'leaky'),
  ]);
  const [known] = knownLines(source, [{ chapter: 3, source: before }], fixed);
  expect(known).toMatchObject({ names: ['addCreateQuery', 'addDataParts', 'sendResources'], nearly: true });
  const lines = source.split('\n');
  expect(lines[(known?.from ?? 0) - 1]).toContain('addCreateQuery(');
  expect(lines[(known?.to ?? 0) - 1]).toBe('  }');
});
