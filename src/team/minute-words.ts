/** Spans of time as text, to the minute. */

import { countWords } from '#src/chart/quantity-words.ts';
import { teamWords } from '#src/strings/team-words.ts';

/** `430000` → `7 min`; less than half a minute is told as such. */
export function minuteWords(ms: number): string {
  const { minutes, underAMinute } = teamWords().view.times;
  const rounded = Math.round(ms / 60_000);
  return rounded === 0 ? underAMinute : minutes(countWords(rounded));
}
