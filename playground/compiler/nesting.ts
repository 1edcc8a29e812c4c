/** Measures how deep a source is nested, before anything that recurses has to walk it. */

import type ts from 'typescript-program';
import type { Diagnostic } from '../record.ts';
import { lineStarts, placeIn, placeOf, type Place } from './editor-lines.ts';

/** Levels of the syntax tree; every operand of `1 + 1 + …` is one. Programs written by hand stay below 100. */
const deepest = 1_000;

/** How deep the nesting of a file goes, and where it is deepest. */
export interface Nesting {
  readonly place: Place;
  /** Whether it is so deep that nothing should walk the file. */
  readonly isTooDeep: boolean;
}

/** Without recursion of its own. */
export function measureNesting(typescript: typeof ts, sourceFile: ts.SourceFile): Nesting {
  let level: readonly ts.Node[] = [sourceFile];
  for (let depth = 0; ; depth += 1) {
    const next: ts.Node[] = [];
    for (const node of level) typescript.forEachChild(node, (child) => void next.push(child));
    if (next.length === 0) {
      const place = placeOf(sourceFile, level[0]?.getStart(sourceFile) ?? 0);
      return { place, isTooDeep: depth > deepest };
    }
    level = next;
  }
}

/** What may hold brackets that open nothing, and brackets. */
const tokens = /\/\/.*|\/\*[^]*?\*\/|'(?:\\.|[^'\\\n])*'|"(?:\\.|[^"\\\n])*"|[([{]|[)\]}]/g;

/** Where a source is nested deepest that overflows the parser, so that there is no tree: by its brackets, if it has so many. */
export function deepestBracket(source: string): Place | undefined {
  let [depth, most, at] = [0, 0, 0];
  for (const { 0: token, index } of source.matchAll(tokens)) {
    if (/^[([{]$/.test(token)) depth += 1;
    else if (/^[)\]}]$/.test(token)) depth -= 1;
    if (depth <= most) continue;
    [most, at] = [depth, index];
  }
  return most > deepest / 2 ? placeIn(lineStarts(source), at) : undefined;
}

/** The finding at the place where the nesting is deepest. */
export function tooDeep(place: Place): Diagnostic {
  return { ...place, what: { type: 'too deep' }, severity: 'error' };
}
