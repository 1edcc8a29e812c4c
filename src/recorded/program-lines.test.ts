/** A phrase that points to code keeps pointing to it, or the build says that it does not. */

import { expect, test } from 'vitest';

import { linesWith } from './program-lines.ts';

const source = 'class Logger {\n  close() {\n    end();\n  }\n}\nnew Logger();\n';

test('a phrase points to the one line with its code', () => {
  expect(linesWith(source, 'end()')).toEqual({ from: 3, to: 3 });
});

test('a phrase may point to a whole method', () => {
  expect(linesWith(source, 'close()', '  }')).toEqual({ from: 2, to: 4 });
});

test.each([['open()'], ['Logger']])('a phrase whose code is gone or not alone fails: %s', (code) => {
  expect(() => linesWith(source, code)).toThrow('should on one');
});

test('a range without an end fails', () => {
  expect(() => linesWith(source, 'new Logger', '}')).toThrow('No line after');
});
