/** Reads a reader's prediction and compares it with what was measured. */

/** Digits, or digits in threes with one separator all along: `10,000`, `10 000`, `10_000`, `10.000`, `10’000`. */
const whole = /^(?:\d+|[1-9]\d{0,2}(?:([ ,._'’])\d{3})(?:\1\d{3})*)$/;
/** A guess has at most 15 digits: all such numbers are exact. */
const mostGuess = 999_999_999_999_999;

/** The number in a typed guess, or what is wrong with it. Digits and spaces may be wide or narrow ones. */
export function parseGuess(typed: string): number | 'invalid' | 'tooLarge' {
  const text = typed.normalize('NFKC').trim();
  if (!whole.test(text)) return 'invalid';
  const guess = Number(text.replace(/\D/g, ''));
  return guess > mostGuess ? 'tooLarge' : guess;
}

/** How near a guess came: close is within 1 % of what was measured or, where chance has a part, within two standard deviations. */
export function nearness(guess: number, measured: number, deviation = 0): 'exact' | 'close' | 'off' {
  if (guess === measured) return 'exact';
  return isNear(guess, measured) || Math.abs(guess - measured) <= 2 * deviation ? 'close' : 'off';
}

/** A number that a mistaken thought leads to, and what is wrong with the thought. */
export interface Miss {
  readonly value: number;
  readonly why: string;
}

/** What to say of a guess that is off: what was thought wrongly where the number tells, and else what holds for any. */
export function whyOff(guess: number, misses: readonly Miss[], otherwise: string): string {
  return misses.find(({ value }) => guess === value || isNear(guess, value))?.why ?? otherwise;
}

/** Whether a number is within 1 % of another. */
function isNear(guess: number, of: number): boolean {
  return 100 * Math.abs(guess - of) <= of;
}

/** Standard deviation of how often something happens that has this chance each time. */
export function deviationOf(times: number, chance: number): number {
  return Math.sqrt(times * chance * (1 - chance));
}

/** Lengths of two bars as shares of the longer one. */
export function barShares(
  guess: number,
  measured: number,
): { readonly guess: number; readonly measured: number } {
  const most = Math.max(guess, measured, 1);
  return { guess: guess / most, measured: measured / most };
}
