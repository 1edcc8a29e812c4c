/** Texts that a program wrote, made safe to be shown: as the page shows them, or on one line of a terminal or a command. */

/** Characters after which a text is cut: what says anything says it before. */
const mostCharacters = 2_000;

/** Control characters but tabs and line breaks, those that turn the direction of writing, and halves of characters. */
const unshowable = /[^\P{Cc}\t\n]|[\u2028\u2029\u202a-\u202e\u2066-\u2069]|\p{Cs}/gu;

/**
 * A text as it may leave the machine: cut after 2,000 characters, and whatever would act on a screen instead of being seen
 * on it spelt out (`\u{1b}`). Tabs and line breaks stay.
 */
export function shownText(text: string): string {
  return cut(text).replace(unshowable, spelled);
}

/** Control characters, those that turn the direction of writing, those without width, and halves of characters. */
const unprintable = /[\p{Cc}\p{Cf}\p{Zl}\p{Zp}\p{Cs}]/gu;

/**
 * A text as one line: line breaks become `⏎`, whatever else a terminal would act on is spelt out (`\u{1b}`), and what is
 * longer than 2,000 characters is cut. So no program can forge a line of a report, or send escape sequences.
 */
export function plainText(text: string): string {
  return cut(text)
    .replace(/[^\S\n\r\u2028\u2029]*(?:\r\n|[\n\r\u2028\u2029])\s*/g, ' ⏎ ')
    .replaceAll('\t', ' ')
    .replace(unprintable, spelled);
}

function spelled(character: string): string {
  return `\\u{${(character.codePointAt(0) ?? 0).toString(16)}}`;
}

/** Where a character is cut in two, neither half is left. */
function cut(text: string): string {
  const kept = text.length > mostCharacters ? `${text.slice(0, mostCharacters)}…` : text;
  return kept.replace(/[\ud800-\udbff]…$/, '…');
}
