/** Estimates how long a chapter takes to read. */

/** Words a minute at which an engineer reads technical prose. */
const wordsAMinute = 220;

/** Whole minutes, at least 1, for an MDX source. What components say counts; imports, code and names of tags and props do not. */
export function readingMinutes(source: string): number {
  const prose = source
    .replace(/```[\s\S]*?```/g, '')
    .replace(/^(import|export)\s.*$/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<\/?[A-Za-z]\w*/g, '')
    .replace(/\b\w+(=|: (?=['"]))/g, '');
  const words = prose.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
  return Math.max(1, Math.round(words / wordsAMinute));
}
