/** Marks what a solution changes, for the eye of a reader who compares it with the program it came from. */

import { diffLines } from 'diff';

/** Numbers, from 1, of the lines of `after` that are not in `before`. */
export function changedLines(before: string, after: string): ReadonlySet<number> {
  const changed = new Set<number>();
  let line = 0;
  for (const { value, added, removed, count } of diffLines(before.trimEnd(), after.trimEnd())) {
    if (removed) continue;
    const texts = value.split('\n');
    if (added) for (let at = 0; at < count; at++) if (texts[at]?.trim() !== '') changed.add(line + at + 1);
    line += count;
  }
  return changed;
}
