/** Reads a reader's prediction and says how it compares with what was measured. */

/** Sentences with `{guess}` and `{measured}` as places, and the language whose digits group the figures. */
export interface GuessSentences {
  readonly exact: string;
  readonly off: string;
  readonly invalid: string;
  readonly language: string;
}

/** The answer to a typed guess. Separators of thousands are allowed: `10,000`, `10 000`, `10_000`, `10.000`. */
export function judgeGuess(typed: string, measured: number, sentences: GuessSentences): string {
  const digits = typed.trim().replace(/[\s,._'’]/g, '');
  if (!/^\d{1,15}$/.test(digits)) return sentences.invalid;
  const guess = Number(digits);
  const show = (count: number): string => count.toLocaleString(sentences.language);
  const sentence = guess === measured ? sentences.exact : sentences.off;
  return sentence.replace('{guess}', show(guess)).replace('{measured}', show(measured));
}
