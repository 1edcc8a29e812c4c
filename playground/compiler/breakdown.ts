/** Finds where TypeScript itself fails: there are sources, half typed, on which it throws instead of answering. */

import type { Diagnostic } from '../record.ts';
import type { Breakdown } from './diagnostic-detail.ts';
import { lineStarts, placeIn } from './editor-lines.ts';

/** Whether an exception says that recursion went too deep; browsers have different words for it. */
export function isOverflow(error: unknown): boolean {
  if (!(error instanceof Error)) return false;
  return /call stack|recursion/i.test(error.message) && !error.message.startsWith('Debug Failure');
}

/** Why TypeScript broke off, by what it threw. */
export function breakdownOf(error: unknown): Breakdown {
  if (isOverflow(error)) return { type: 'call stack' };
  const [first = ''] = (error instanceof Error ? error.message : String(error)).split('\n');
  const said = first.length > 120 ? `${first.slice(0, 120)}…` : first;
  const text = said.replace(/\.$/, '');
  return text === '' ? { type: 'silent' } : { type: 'said', text };
}

/**
 * The line (from 1) with which a source begins to make `attempt` throw: all lines before it are answered, and with it the answer
 * is an exception. Found by halves, so that a source on which that changes more than once gives one of these lines.
 */
export function breakingLine(source: string, attempt: (beginning: string) => void): number {
  const starts = lineStarts(source);
  const throwsUpTo = (line: number): boolean => {
    try {
      attempt(source.slice(0, starts[line] ?? source.length));
      return false;
    } catch {
      return true;
    }
  };
  let [right, wrong] = [0, starts.length];
  while (wrong - right > 1) {
    const middle = (right + wrong) >> 1;
    if (throwsUpTo(middle)) wrong = middle;
    else right = middle;
  }
  return wrong;
}

/** A finding at the first character of a line. */
export function atLine(
  source: string,
  line: number,
  what: Diagnostic['what'],
  severity: Diagnostic['severity'],
): Diagnostic {
  const starts = lineStarts(source);
  const start = starts[line - 1] ?? 0;
  const indent = /^[ \t]*/.exec(source.slice(start))?.[0].length ?? 0;
  return { ...placeIn(starts, start + indent), what, severity };
}
