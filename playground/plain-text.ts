/** Texts that a program wrote, made safe for one line of a terminal or a command. */

/** Characters after which a text is cut: what says anything says it before. */
const mostCharacters = 2_000;

/** Control characters, those that turn the direction of writing, those without width, and halves of characters. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A text as one line: line breaks become `⏎`, whatever else a terminal would act on is spelt out (`\u{1b}`), and what is
 * longer than 2,000 characters is cut. So no program can forge a line of a report, or send escape sequences.
 */
export function plainText(text: string): string {
  const cut = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  return cut
    .replace(/[^\S\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029])\s*/g, ' ⏎ ')
    .replaceAll('\t', ' ')
    .replace(unprintable, (character) => `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`);
}
