/** A number in all its digits, in the page's language: two that differ never look alike. */

import { language } from '#src/strings/language.ts';

/** `1234.5` → `1,234.5`. */
export function exactWords(value: number): string {
  const notation = Math.abs(value) < 1e21 ? 'standard' : 'scientific';
  return new Intl.NumberFormat(language(), { notation, maximumFractionDigits: 20 }).format(value);
}
