/** Quantities as text in the page's language, the same at build and in the browser. */

import { language } from '#src/strings/language.ts';

type Format = (value: number) => string;

/** Makes a formatter for each language once. */
function inPageLanguage(options: Intl.NumberFormatOptions): Format {
  const made = new Map<string, Intl.NumberFormat>();
  return (value) => {
    const tag = language();
    const format = made.get(tag) ?? new Intl.NumberFormat(tag, options);
    made.set(tag, format);
    return format.format(value);
  };
}

const percent = inPageLanguage({ maximumSignificantDigits: 3 });

/** `10000` → `10,000`. */
export const countWords = inPageLanguage({ maximumFractionDigits: 0 });

/** With a decimal: `3.14159` → `3.1`. */
export const tenthWords = inPageLanguage({ maximumFractionDigits: 1 });

/** With two decimals at most: `3.14159` → `3.14`. */
export const hundredthWords = inPageLanguage({ maximumFractionDigits: 2 });

/** A share as a percentage: `0.2` → `20`, `0.00125` → `0.125`. */
export function percentWords(share: number): string {
  return percent(100 * share);
}

/** `1` → `1.00`; small rates keep two significant digits: `0.0042`. */
export function rateWords(value: number): string {
  const size = Math.abs(value);
  return size === 0 || size >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}

/** Milliseconds as seconds: `20000` → `20 s`. */
export function secondWords(ms: number): string {
  return `${tenthWords(ms / 1000)} s`;
}
