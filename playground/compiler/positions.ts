/** The way back from emitted code to the reader's lines. */

import {
  GREATEST_LOWER_BOUND,
  LEAST_UPPER_BOUND,
  originalPositionFor,
  TraceMap,
} from '@jridgewell/trace-mapping';

/** A place in a source; line and column count from 1. */
export interface Position {
  readonly line: number;
  readonly column: number;
}

/** From a place in emitted code to the reader's; `undefined` for code that has none (helpers of the compiler). */
export type Positions = (line: number, column: number) => Position | undefined;

/** Takes a program's source map (JSON). The map is decoded at the first question. */
export function createPositions(map: string): Positions {
  let trace: TraceMap | undefined;
  return (line, column) => {
    trace ??= new TraceMap(map);
    if (line < 1) return undefined;
    for (const bias of [GREATEST_LOWER_BOUND, LEAST_UPPER_BOUND] as const) {
      const found = originalPositionFor(trace, { line, column: Math.max(column - 1, 0), bias });
      if (found.line !== null) return { line: found.line, column: found.column + 1 };
    }
    return undefined;
  };
}
