/** English words and numbers for the reader: names in the plural, thousands, rates and times. */

/** What is counted: a class's instances, or bytes. */
export interface Noun {
  readonly one: string;
  readonly many: string;
}

const bytes: Noun = { one: 'byte', many: 'bytes' };

/** The words for instances of a class; without a name, for bytes. */
export function noun(className: string | undefined): Noun {
  if (className === undefined) return bytes;
  if (/^[\p{L}_$][\p{L}\p{N}_$]*$/u.test(className) && !/(s|x|z|ch|sh|ed|\d|_|[^aeiou]y)$/i.test(className)) {
    return { one: className, many: `${className}s` };
  }
  return { one: `instance of ${className}`, many: `instances of ${className}` };
}

/** A whole number with its thousands separated. */
export function thousands(value: number): string {
  return value.toLocaleString('en-US', { maximumFractionDigits: 0 });
}

/** A number with its thousands separated, and up to three decimals. */
export function count(value: number): string {
  return value.toLocaleString('en');
}

/** `1` → `1.00`; small rates keep two significant digits: `0.0042`. */
export function rate(value: number): string {
  return Math.abs(value) >= 0.1
    ? value.toLocaleString('en', { minimumFractionDigits: 2, maximumFractionDigits: 2 })
    : value.toPrecision(2);
}

/** `1 Logger`, `1,283 Loggers`, `no transactions`: a count with what is counted. */
export function counted(count: number, what: Noun | string): string {
  const words = typeof what === 'string' ? { one: what, many: `${what}s` } : what;
  const rounded = Math.round(count);
  return `${rounded === 0 ? 'no' : thousands(rounded)} ${rounded === 1 ? words.one : words.many}`;
}

/** A rate per transaction: `1.00 Logger per transaction`, `1 Logger per 7 transactions`. */
export function perTransaction(rate: number, what: Noun): string {
  const period = 1 / rate;
  const whole = Math.round(period);
  if (rate < 0.995 && (rate < 0.1 || Math.abs(period - whole) < 0.005 * whole)) {
    return `1 ${what.one} per ${period < 9.5 ? String(Number(period.toFixed(1))) : thousands(whole)} transactions`;
  }
  const shown = rate.toLocaleString('en-US', { minimumFractionDigits: 2, maximumFractionDigits: 2 });
  return `${shown} ${shown === '1.00' ? what.one : what.many} per transaction`;
}

/** A rate between two bounds: `1 Logger per 990 to 1,010 transactions`, or `about` the rate where the bounds do not read differently. */
export function perTransactionWithin(
  { low, high }: { readonly low: number; readonly high: number },
  what: Noun,
): string {
  const middle = perTransaction((low + high) / 2, what);
  const [shortest, longest] = [Math.round(1 / high), Math.round(1 / low)];
  const inPeriods = low > 0 && high < 0.1 && longest > shortest;
  return inPeriods
    ? `1 ${what.one} per ${thousands(shortest)} to ${thousands(longest)} transactions`
    : `about ${middle}`;
}

/** A rate per second: `1 Sample a second`, `1 Sample every 30 seconds`. */
export function perSecond(rate: number, what: Noun): string {
  const period = 1 / rate;
  if (period >= 1.5) return `1 ${what.one} every ${thousands(period)} seconds`;
  const shown = rate.toLocaleString('en-US', { maximumSignificantDigits: 3 });
  return `${shown} ${shown === '1' ? what.one : what.many} a second`;
}

/** The sentence's first letter as a capital. */
export function sentence(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

/** A sentence with its first letter small, to stand after a colon. */
export function small(text: string): string {
  return text.charAt(0).toLowerCase() + text.slice(1);
}
