/** Answers to a question of a chapter, read off its source. */

import { writtenQuestions } from '#src/course/written-questions.ts';

/** An answer as the chapter has it. */
export interface ChapterAnswer {
  /** The option; empty for a number. */
  readonly text: string;
  /** What the chapter answers; undefined where a measured number stands in it. */
  readonly why: string | undefined;
  readonly right: boolean;
}

/**
 * The options of the question of that name, or with these words in it, in the order of the source; for a number to
 * predict, the wrong numbers that it knows. Throws where the chapter has no such question, or more than one.
 */
export function answersOf(source: string, wanted: string): readonly ChapterAnswer[] {
  const [found, ...others] = writtenQuestions(source, 'Quiz', 'Predict', 'PredictChoice').filter(
    ({ name, question }) => name === wanted || question.includes(wanted),
  );
  if (found === undefined || others.length > 0)
    throw new Error(`There is not exactly one question '${wanted}'.`);
  return found.options.map((option) => ({
    ...option,
    why: option.why === '' || option.why.includes('${') ? undefined : option.why,
  }));
}
