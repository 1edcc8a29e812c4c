/** Reads a reader's prediction and says how it compares with what was measured. */

/** Sentences with `{guess}` and `{measured}` as places, and the language whose digits group the figures. */
export interface GuessSentences {
  readonly exact: string;
  readonly close: string;
  readonly off: string;
  readonly language: string;
}

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

/** The answer to a guess; within 1 % of what was measured, it is close. */
export function judgeGuess(guess: number, measured: number, sentences: GuessSentences): string {
  const show = (count: number): string => count.toLocaleString(sentences.language);
  return sentences[nearness(guess, measured)]
    .replace('{guess}', show(guess))
    .replace('{measured}', show(measured));
}

function nearness(guess: number, measured: number): 'exact' | 'close' | 'off' {
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
