/** What a question of a team is called, and how its answers scatter, in words. */

import { countWords } from '#src/chart/quantity-words.ts';
import { teamWords } from '#src/strings/team-words.ts';
import type { TeamChapter } from './team-course.ts';
import { mostChosenWrong, type TeamQuestion } from './team-questions.ts';

export interface WordedQuestion {
  readonly chapter: string;
  readonly question: string;
  readonly right: string;
  /** One sentence for each answer, those that nobody chose included; empty for a question of another kind. */
  readonly spread: readonly string[];
}

/** The question in the words of its chapter, where the chapter still asks it. */
export function questionWords(course: readonly TeamChapter[], told: TeamQuestion): WordedQuestion {
  const words = teamWords().view.questions;
  const chapter = course.find(({ id }) => id === told.chapter);
  const asked = chapter?.asks.find(({ group }) => group === told.question);
  const wrong = mostChosenWrong(told);
  const written = asked?.options.map(({ text, right }, answer) => ({ answer, text, right })) ?? [];
  const unwritten = told.spread
    .filter(({ answer }) => answer >= written.length)
    .map(({ answer, right }) => ({ answer, right, text: words.answer(countWords(answer + 1)) }));
  const spread = told.spread.length === 0 ? [] : [...written, ...unwritten];
  return {
    chapter: chapter?.title ?? told.chapter,
    question: asked?.question ?? told.question,
    right: words.of(countWords(told.right), countWords(told.answered)),
    spread: spread.map(({ answer, text, right }) => {
      const chosen = told.spread.find((each) => each.answer === answer)?.count ?? 0;
      if (right) return words.rightAnswer(countWords(chosen), text);
      // Several may be chosen equally often.
      const sentence = chosen === wrong?.count ? words.topWrong : words.wrongAnswer;
      return sentence(countWords(chosen), text);
    }),
  };
}
