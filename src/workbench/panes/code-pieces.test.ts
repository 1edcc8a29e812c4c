/** A reader's own code has lines and colours before an editor is open. */

import fc from 'fast-check';
import { expect, test } from 'vitest';

import { piecesOf } from './code-pieces.ts';

const kindOf = (source: string, text: string) =>
  piecesOf(source)
    .flat()
    .find((piece) => piece.text === text)?.kind;

test('comments, strings, keywords, constants, calls and classes are told apart', () => {
  const source = "const logger = new Logger('a // b', 7); // why\nlogger.debug(this.new);";
  expect(kindOf(source, 'const')).toBe('keyword');
  expect(kindOf(source, 'Logger')).toBe('function');
  expect(kindOf(source, "'a // b'")).toBe('string-expression');
  expect(kindOf(source, '7')).toBe('constant');
  expect(kindOf(source, '// why')).toBe('comment');
  expect(kindOf(source, 'debug')).toBe('function');
  expect(kindOf(source, 'this')).toBe('constant');
  expect(kindOf(source, 'new')).toBe('keyword');
});

test('a text over several lines keeps its colour in each', () => {
  expect(piecesOf('/* one\ntwo */ x')).toEqual([
    [{ text: '/* one', kind: 'comment' }],
    [{ text: 'two */', kind: 'comment' }, { text: ' x' }],
  ]);
});

test('no character of any source is lost, and no line', () => {
  const source = fc.array(
    fc.constantFrom('`', "'", '"', '/', '*', '\\', '\n', 'new ', 'A', '1', '${', '}', ' '),
  );
  fc.assert(
    fc.property(
      fc.oneof(
        fc.string(),
        source.map((parts) => parts.join('')),
      ),
      (text) => {
        const lines = piecesOf(text).map((pieces) => pieces.map((piece) => piece.text).join(''));
        expect(lines.join('\n')).toBe(text);
      },
    ),
  );
});

test('a source as long as a compiler takes is shown at once', () => {
  expect(piecesOf('`'.repeat(200_000))).toHaveLength(1);
});
