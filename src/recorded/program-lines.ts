/** Finds lines of a program by what stands on them, so that text which points to code cannot point past it. */

/** Line numbers count from 1; `to` is the last one. */
export interface LineRange {
  readonly from: number;
  readonly to: number;
}

/**
 * The only line that holds `code` and, with `last`, all that follow up to the first that holds that.
 * Throws when `code` stands on no line or on several: the text must then be fixed.
 */
export function linesWith(source: string, code: string, last?: string): LineRange {
  const lines = source.split('\n');
  const found = lines.flatMap((line, index) => (line.includes(code) ? [index + 1] : []));
  const [from] = found;
  if (from === undefined || found.length > 1) {
    throw new Error(`"${code}" stands on ${found.length} lines of the program, and should on one.`);
  }
  if (last === undefined) return { from, to: from };
  const after = lines.slice(from).findIndex((line) => line.includes(last));
  if (after === -1) throw new Error(`No line after "${code}" holds "${last}".`);
  return { from, to: from + 1 + after };
}
