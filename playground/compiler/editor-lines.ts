/** Lines as editors count them: TypeScript also ends a line at U+2028 and U+2029, which no editor does. */

import type ts from 'typescript-program';
import type { Diagnostic } from '../record.ts';

/** A place in a source; line and column count from 1. */
export interface Place {
  readonly line: number;
  readonly column: number;
}

const startsOf = new WeakMap<ts.SourceFile, readonly number[]>();

/** Offsets at which lines begin that end at \n, \r\n or \r. */
export function lineStarts(text: string): readonly number[] {
  return [0, ...Array.from(text.matchAll(/\r\n?|\n/g), ({ index, 0: end }) => index + end.length)];
}

/** Line and column of an offset of a file. */
export function placeOf(sourceFile: ts.SourceFile, offset: number): Place {
  let starts = startsOf.get(sourceFile);
  if (starts === undefined) startsOf.set(sourceFile, (starts = lineStarts(sourceFile.text)));
  return placeIn(starts, offset);
}

/** An error at an offset of the source. */
export function errorAt(sourceFile: ts.SourceFile, offset: number, what: Diagnostic['what']): Diagnostic {
  return { ...placeOf(sourceFile, offset), what, severity: 'error' };
}

/** Line and column of an offset, given where lines begin. */
export function placeIn(starts: readonly number[], offset: number): Place {
  let [low, high] = [0, starts.length];
  while (high - low > 1) {
    const middle = (low + high) >> 1;
    if (starts[middle]! <= offset) low = middle;
    else high = middle;
  }
  return { line: low + 1, column: offset - starts[low]! + 1 };
}

/** For each of TypeScript's lines, the editor's line and how many columns it begins behind it; absent where all agree. */
export function lineShifts(sourceFile: ts.SourceFile): readonly (readonly [number, number])[] | undefined {
  if (!/[\u2028\u2029]/.test(sourceFile.text)) return undefined;
  return sourceFile.getLineStarts().map((start) => {
    const { line, column } = placeOf(sourceFile, start);
    return [line, column - 1];
  });
}
