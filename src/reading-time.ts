/** Estimates how long a chapter takes to read. */

/** Words a minute at which an engineer reads technical prose. */
const WORDS_A_MINUTE = 220;

/** Whole minutes, at least 1, for the prose of an MDX source: imports, code blocks and tags are not counted. */
export function readingMinutes(source: string): number {
  const prose = source
    .replace(/```[\s\S]*?```/g, '')
    .replace(/^(import|export)\s.*$/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<\/?[A-Za-z][^>]*>/g, '');
  const words = prose.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / WORDS_A_MINUTE));
}
