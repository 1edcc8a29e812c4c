/** Which questions of the course a team should talk about: those on which it is split. */

import { type FirstTry, firstTries } from '#src/course/first-tries.ts';
import { eventsOf } from '#src/course/record-events.ts';
import type { Member } from './team-members.ts';

/** One question, as a team answered it. */
export interface TeamQuestion {
  readonly chapter: string;
  readonly question: string;
  readonly answered: number;
  /** Right at the first try. */
  readonly right: number;
  /** The wrong answer that most chose first, by its number on the page from 0, and how many. */
  readonly wrong?: { readonly answer: number; readonly count: number };
}

/** The questions that anybody answered, the most split first: those of which closest to half were right at the first try. */
export function teamQuestions(members: readonly Member[]): readonly TeamQuestion[] {
  const firsts = members.flatMap(({ record }) => firstTries(eventsOf(record).events, 'answered'));
  const names = new Set(firsts.map(nameOf));
  const questions = [...names].map((name) => questionOf(firsts.filter((first) => nameOf(first) === name)));
  return questions
    .filter((question) => question !== undefined)
    .sort((one, other) => split(one) - split(other) || other.answered - one.answered);
}

const nameOf = ({ chapter, question }: FirstTry): string => `${chapter} ${question}`;

function questionOf(firsts: readonly FirstTry[]): TeamQuestion | undefined {
  const [first] = firsts;
  if (first === undefined) return undefined;
  const counts = new Map<number, number>();
  for (const { right, value } of firsts) {
    const answer = Number.parseInt(value, 10);
    if (!right && Number.isSafeInteger(answer)) counts.set(answer, (counts.get(answer) ?? 0) + 1);
  }
  const [most] = [...counts].sort((one, other) => other[1] - one[1]);
  return {
    chapter: first.chapter,
    question: first.question,
    answered: firsts.length,
    right: firsts.filter(({ right }) => right).length,
    ...(most === undefined ? {} : { wrong: { answer: most[0], count: most[1] } }),
  };
}

/** How far the share of right answers is from half: 0 to a half. */
const split = ({ right, answered }: TeamQuestion): number => Math.abs(right / answered - 0.5);
