/** English as if it were another language: longer by about a third, and in brackets, so that words from elsewhere show. */

/** Each vowel twice, with an accent. */
const longer: Readonly<Record<string, string>> = { a: 'áa', e: 'ée', i: 'íi', o: 'óo', u: 'úu', y: 'ýy' };

/** The same dictionary with each of its sentences, and of those that its functions give, made strange. */
export function pseudo<Words>(words: Words): Words;
export function pseudo(words: unknown): unknown {
  if (typeof words === 'string') return pseudoSentence(words);
  if (Array.isArray(words)) return words.map((each: unknown) => pseudo(each));
  if (typeof words === 'function') {
    const sentence = words as (...given: readonly unknown[]) => unknown;
    return (...given: readonly unknown[]) => pseudo(sentence(...given));
  }
  if (typeof words !== 'object' || words === null) return words;
  return Object.fromEntries(Object.entries(words).map(([name, value]) => [name, pseudo(value as unknown)]));
}

/** `Run` → `[Rúun]`; nothing stays nothing, and Starlight's `{{holes}}` stay as they are. */
function pseudoSentence(sentence: string): string {
  if (sentence === '') return '';
  return `[${sentence.replaceAll(/\{\{.*?\}\}|[aeiouy]/g, (found) => longer[found] ?? found)}]`;
}
