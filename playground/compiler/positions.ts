/** The way back from emitted code to the reader's lines. */

import {
  GREATEST_LOWER_BOUND,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  TraceMap,
} from '@jridgewell/trace-mapping';
import type { Place } from './editor-lines.ts';

/** A place in a source; line and column count from 1. */
export type Position = Place;

/** From a place in emitted code to the reader's; `undefined` for code that has none (helpers of the compiler). */
export type Positions = (line: number, column: number) => Position | undefined;

/** What `emit.ts` adds to the format of source maps. */
interface ProgramMap {
  readonly x_editorLines?: readonly (readonly [number, number])[];
}

/** Takes a program's source map (JSON). The map is decoded at the first question. */
export function createPositions(map: string): Positions {
  let trace: (TraceMap & ProgramMap) | undefined;
  return (line, column) => {
    trace ??= decode(map);
    if (line < 1) return undefined;
    for (const bias of [GREATEST_LOWER_BOUND, LEAST_UPPER_BOUND] as const) {
      const found = originalPositionFor(trace, { line, column: Math.max(column - 1, 0), bias });
      if (found.line === null) continue;
      const [editorLine, shift] = trace.x_editorLines?.[found.line - 1] ?? [found.line, 0];
      return { line: editorLine, column: found.column + shift + 1 };
    }
    return undefined;
  };
}

function decode(map: string): TraceMap & ProgramMap {
  const { x_editorLines } = JSON.parse(map) as ProgramMap;
  return Object.assign(new TraceMap(map), x_editorLines === undefined ? {} : { x_editorLines });
}
