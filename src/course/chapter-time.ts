/** Estimates how long a chapter takes: its text and programs to read, its questions, runs and challenge to do. */

/** The rule by which minutes are counted; the landing page states it. */
export const timeRule = {
  /** Words of technical prose that an engineer reads in a minute. */
  wordsAMinute: 220,
  /** Lines of a program. */
  linesAMinute: 20,
  /** Minutes for a prediction or a question of a quiz. */
  question: 1,
  /** Minutes to run the programs of a playground, and to read what the runs say. */
  playground: 3,
  /** Minutes for a challenge. */
  challenge: 12,
} as const;

/** Whole minutes of a chapter, apart. */
export interface ChapterTime {
  readonly read: number;
  readonly do: number;
}

/** Counts an MDX source. `linesOf` gives the length of the program that a scenario’s playground opens with. */
export function chapterTime(source: string, linesOf: (scenario: string) => number): ChapterTime {
  const { wordsAMinute, linesAMinute, question, playground, challenge } = timeRule;
  const playgrounds = [...source.matchAll(/<Playground\s[^>]*?scenario="([^"]+)"/g)].map(([, id = '']) => id);
  const lines = playgrounds.reduce((sum, id) => sum + linesOf(id), 0);
  const countOf = (component: RegExp): number => source.match(component)?.length ?? 0;
  return {
    read: Math.max(1, Math.round(wordsOf(source) / wordsAMinute + lines / linesAMinute)),
    do:
      question * countOf(/<(?:Quiz|Predict|PredictChoice)\s/g) +
      playground * playgrounds.length +
      challenge * countOf(/<Challenge\s/g),
  };
}

/** Minutes in hours, to the half hour: `4.5`. */
export function hourWords(minutes: number): string {
  return String(Math.max(0.5, Math.round(minutes / 30) / 2));
}

/** Words of an MDX source. What components say counts; imports, code and names of tags and props do not. */
function wordsOf(source: string): number {
  const prose = source
    .replace(/```[\s\S]*?```/g, '')
    .replace(/^(import|export)\s.*$/gm, '')
    .replace(/\]\([^)]*\)/g, ']')
    .replace(/<\/?[A-Za-z]\w*/g, '')
    .replace(/\b\w+(=|: (?=['"]))/g, '');
  return prose.match(/[\p{L}\p{N}][\p{L}\p{N}'’.,-]*/gu)?.length ?? 0;
}
