/** Why a verdict is so, in English. */

/** The reason of a finding, as a sentence. */
export function reasonWords(reason: string): string {
  return reason;
}
