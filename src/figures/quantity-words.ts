/** Quantities as text, the same at build and in the browser. */

const COUNT = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const PERCENT = new Intl.NumberFormat('en-US', { maximumSignificantDigits: 3 });
const SECONDS = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** Bytes in the MB of every control and label. */
export const BYTES_PER_MB = 2 ** 20;

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

/** `4404019` → `4.2 MB`, `980` → `980 B`; a kB has 1024 bytes. */
export function byteWords(bytes: number): string {
  if (Math.abs(bytes) < 1024) return `${COUNT.format(bytes)} B`;
  if (Math.abs(bytes) < BYTES_PER_MB) return `${trimmed(bytes / 1024)} kB`;
  return `${trimmed(bytes / BYTES_PER_MB)} MB`;
}

/** The unit in which round byte counts are round: MB, kB or bytes. */
export function byteUnit(most: number): number {
  if (most >= BYTES_PER_MB) return BYTES_PER_MB;
  return most >= 1024 ? 1024 : 1;
}

/** Milliseconds as seconds: `20000` → `20 s`. */
export function secondWords(ms: number): string {
  return `${SECONDS.format(ms / 1000)} s`;
}

function trimmed(value: number): string {
  return SECONDS.format(value >= 100 ? Math.round(value) : value);
}
