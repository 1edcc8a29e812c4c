/** Tells a given program from one that a reader has changed, by what it compiles to. */

import { textMark } from '#playground/learner-record/text-mark.ts';

/**
 * A short mark of compiled code, equal for programs that differ only in comments, types, white space, kinds of quotes,
 * semicolons and commas. It carries no lines: classes stand in compiled code by number.
 */
export function markOf(code: string): string {
  return textMark(code.replace(/[\s;,'"`]/g, ''));
}
