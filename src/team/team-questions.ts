/** Which questions of the course a team should talk about: those on which it is split. */

import { pageOf, subjectOf } from '#src/course/progress-event.ts';
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
  const firsts = members.flatMap(firstAnswers);
  const names = new Set(firsts.map(({ name }) => name));
  const questions = [...names].map((name) => questionOf(firsts.filter((first) => first.name === name)));
  return questions
    .filter((question) => question !== undefined)
    .sort((one, other) => split(one) - split(other) || other.answered - one.answered);
}

interface FirstAnswer {
  readonly name: string;
  readonly chapter: string;
  readonly question: string;
  readonly value: string;
  readonly right: boolean;
}

function firstAnswers({ record }: Member): readonly FirstAnswer[] {
  const found = new Map<string, FirstAnswer>();
  const events = [...eventsOf(record).events].sort((one, other) => one.at - other.at);
  for (const event of events) {
    const chapter = pageOf(event);
    if (event.type !== 'answered' || chapter === undefined) continue;
    const question = subjectOf(event);
    const name = `${chapter} ${question}`;
    if (!found.has(name))
      found.set(name, { name, chapter, question, value: event.value, right: event.right === true });
  }
  return [...found.values()];
}

function questionOf(firsts: readonly FirstAnswer[]): TeamQuestion | undefined {
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
