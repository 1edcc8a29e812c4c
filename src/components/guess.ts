/** Reads a reader's prediction and says how it compares with what was measured. */

/** Sentences with `{guess}` and `{measured}` as places, and the language whose digits group the figures. */
export interface GuessSentences {
  readonly exact: string;
  readonly close: string;
  readonly off: string;
  readonly language: string;
}

/** The number in a typed guess; `undefined` when it is none. Thousands may be set apart: `10,000`, `10 000`, `10_000`, `10.000`. */
export function parseGuess(typed: string): number | undefined {
  const digits = typed.trim().replace(/[\s,._'’]/g, '');
  return /^\d{1,15}$/.test(digits) ? Number(digits) : undefined;
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
