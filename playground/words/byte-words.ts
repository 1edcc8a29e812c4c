/** Sizes as text, the same on the page, in messages of the machine and on the command line: KiB, MiB and GiB of 1,024. */

export const mebibyte = 2 ** 20;

const units = [
  ['GiB', 2 ** 30],
  ['MiB', mebibyte],
  ['KiB', 2 ** 10],
] as const;

const whole = new Intl.NumberFormat('en-US', { maximumFractionDigits: 0 });
const tenths = new Intl.NumberFormat('en-US', { maximumFractionDigits: 1 });

/** `4404019` → `4.2 MiB`, `980` → `980 B`. What rounds up to 1,024 of a unit is told in the next one. */
export function byteWords(bytes: number): string {
  const size = Math.abs(bytes);
  const found = units.find(([, unit]) => size / unit >= 0.9995);
  if (found === undefined) return `${whole.format(bytes)} B`;
  const [name, unit] = found;
  const value = bytes / unit;
  return `${(Math.abs(value) >= 100 ? whole : tenths).format(value)} ${name}`;
}

/** The unit, in bytes, in which round sizes up to `most` are round. */
export function byteUnit(most: number): number {
  return units.find(([, unit]) => most >= unit)?.[1] ?? 1;
}
