/** Tears programs apart by seed, as they look while somebody types, cuts and pastes: most are no programs any more. */

import { createRandom } from '../guest/random.ts';

/** What TypeScript has a rule of its own for, and therefore a place to fail. */
const odd = [
  '@seen\n',
  'await ',
  'yield ',
  'class {',
  'export default ',
  'import X = N.v;',
  'export as namespace X;',
  'import type ',
  'enum E { ',
  'namespace N { ',
  'declare ',
  'abstract ',
  'static {',
  'accessor ',
  'using ',
  'label: ',
  'if (1) ',
  'for (const x of [1]) ',
  'do ',
  'else ',
  'catch ',
  'finally ',
  'async ',
  '=> ',
  '?.',
  '`${',
  '}`',
  '/*',
  '*/',
  '//',
  '/',
  '<',
  '>',
  '{',
  '}',
  '(',
  ')',
  '[',
  ']',
  ';',
  ',',
  '...',
  '=',
  '#x',
  '!',
  'super(',
  'new.target',
  'import.meta',
  'import(',
  'satisfies ',
  'as const',
  ' is ',
  'asserts ',
  'infer ',
  'keyof ',
  'typeof ',
  'unique symbol',
  '\u2028',
  '\\u0061',
  '0b',
  '1n',
  '.5.',
  "'",
  '"',
  '<T,>',
  'get ',
  'set ',
];

/** A token as it comes, roughly: a word, a string, space, or a single character. */
const tokens = /\w+|'[^'\n]*'|`[^`]*`|\s+|[^]/g;

/** One of these sources, torn in one to four places; equal seeds give equal sources. */
export function tornSource(sources: readonly string[], seed: number): string {
  const random = createRandom(seed);
  const below = (limit: number): number => Math.floor(random() * limit);
  const source = sources[below(sources.length)] ?? '';
  const other = sources[below(sources.length)] ?? '';
  const pieces = source.match(tokens) ?? [];
  for (let tears = 1 + below(4); tears > 0; tears -= 1) tear(pieces, other, below);
  return pieces.join('');
}

function tear(pieces: string[], other: string, below: (limit: number) => number): void {
  const at = below(pieces.length);
  const few = 1 + below(4);
  switch (below(8)) {
    case 0:
    case 1:
      pieces.splice(at, few);
      return;
    case 2:
      pieces.splice(at, 0, ...pieces.slice(at, at + few));
      return;
    case 3:
      pieces.splice(at, 0, ...pieces.splice(below(pieces.length), few));
      return;
    case 4: {
      const from = below(other.length);
      pieces.splice(at, 0, other.slice(from, from + below(60)));
      return;
    }
    case 5: {
      // A character is lost.
      const piece = pieces[at] ?? '';
      const lost = below(piece.length);
      pieces[at] = piece.slice(0, lost) + piece.slice(lost + 1);
      return;
    }
    default:
      pieces.splice(at, 0, odd[below(odd.length)] ?? '');
  }
}
