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

/** How near a guess came; within 1 % of what was measured, it is close. */
export function nearness(guess: number, measured: number): 'exact' | 'close' | 'off' {
  if (guess === measured) return 'exact';
  return 100 * Math.abs(guess - measured) <= measured ? 'close' : 'off';
}

/** Lengths of two bars as shares of the longer one. */
export function barShares(
  guess: number,
  measured: number,
): { readonly guess: number; readonly measured: number } {
  const most = Math.max(guess, measured, 1);
  return { guess: guess / most, measured: measured / most };
}
