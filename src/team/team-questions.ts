/** Which questions of the course a team should talk about: those on which it is split. */

import type { FirstTry } from '#src/course/first-tries.ts';
import type { Member } from './team-members.ts';

/** One question, as a team answered it when everybody first tried. */
export interface TeamQuestion {
  readonly chapter: string;
  readonly question: string;
  readonly answered: number;
  /** Right at the first try. */
  readonly right: number;
  /** How the answers scatter: each that was chosen, by its place among those that are written, from 0. */
  readonly spread: readonly AnswerCount[];
}

/** How many chose an answer. */
export interface AnswerCount {
  readonly answer: number;
  readonly right: boolean;
  readonly count: number;
}

/** The questions that anybody answered, the most split first: those of which closest to half were right at the first try. */
export function teamQuestions(members: readonly Member[]): readonly TeamQuestion[] {
  const firsts = members.flatMap(({ digest }) => digest.answers);
  const byQuestion = Map.groupBy(firsts, ({ chapter, question }) => `${chapter} ${question}`);
  return [...byQuestion.values()]
    .flatMap(questionOf)
    .sort((one, other) => split(one) - split(other) || other.answered - one.answered);
}

/** The wrong answer that most chose first; `undefined` where nobody chose one. */
export function mostChosenWrong({ spread }: TeamQuestion): AnswerCount | undefined {
  const wrong = spread.filter(({ right }) => !right);
  return wrong.sort((one, other) => other.count - one.count)[0];
}

function questionOf(firsts: readonly FirstTry[]): readonly TeamQuestion[] {
  const [first] = firsts;
  if (first === undefined) return [];
  return [
    {
      chapter: first.chapter,
      question: first.question,
      answered: firsts.length,
      right: firsts.filter(({ right }) => right).length,
      spread: spreadOf(firsts),
    },
  ];
}

function spreadOf(firsts: readonly FirstTry[]): readonly AnswerCount[] {
  const counts = new Map<number, AnswerCount>();
  for (const { value, right } of firsts) {
    // Of a question of another kind the answer is no number.
    if (!/^\d{1,3}$/.test(value)) continue;
    const answer = Number(value);
    counts.set(answer, { answer, right, count: (counts.get(answer)?.count ?? 0) + 1 });
  }
  return [...counts.values()].sort((one, other) => one.answer - other.answer);
}

/** How far the share of right answers is from half: 0 to a half. */
const split = ({ right, answered }: TeamQuestion): number => Math.abs(right / answered - 0.5);
