/** What came of a check, in English. */

/** What was seen and what was expected, as sentences. */
export function checkWords(message: string): string {
  return message;
}
