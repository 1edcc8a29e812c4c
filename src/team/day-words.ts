/** Days as text, where the reader is. */

import { language } from '#src/strings/language.ts';

/** `Nov 27, 2026`; nothing for a number that no date has, which storage may hold. */
export function dayWords(at: number): string {
  const date = new Date(at);
  if (Number.isNaN(date.getTime())) return '';
  return new Intl.DateTimeFormat(language(), { dateStyle: 'medium' }).format(date);
}
