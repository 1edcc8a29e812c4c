/** Quantities as text, the same at build and in the browser. */

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const PERCENT = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const SECONDS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `10000` → `10,000`. */
export function countWords(value: number): string {
  return COUNT.format(value);
}

/** A share as a percentage: `0.2` → `20`, `0.00125` → `0.125`. */
export function percentWords(share: number): string {
  return PERCENT.format(100 * share);
}

/** `1` → `1.00`; small rates keep two significant digits: `0.0042`. */
export function rateWords(value: number): string {
  const size = Math.abs(value);
  return size === 0 || size >= 0.1 ? value.toFixed(2) : value.toPrecision(2);
}

/** Milliseconds as seconds: `20000` → `20 s`. */
export function secondWords(ms: number): string {
  return `${SECONDS.format(ms / 1000)} s`;
}
