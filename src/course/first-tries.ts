/** What a reader answered or predicted at the first try, before anything was given away. */

import { pageOf, type ProgressEvent, type QuestionEvent, subjectOf } from './progress-event.ts';

/** The first event about one question of a page. */
export interface FirstTry {
  /** Slug of the page. */
  readonly chapter: string;
  readonly question: string;
  readonly value: string;
  readonly right: boolean;
}

/** Of each question of a page the earliest event of this type, in the order of their times. */
export function firstTries(
  events: readonly ProgressEvent[],
  type: QuestionEvent['type'],
): readonly FirstTry[] {
  const found = new Map<string, FirstTry>();
  for (const event of [...events].sort((one, other) => one.at - other.at)) {
    const chapter = pageOf(event);
    if (event.type !== type || chapter === undefined) continue;
    const question = subjectOf(event);
    const name = `${chapter} ${question}`;
    if (!found.has(name))
      found.set(name, { chapter, question, value: event.value, right: event.right === true });
  }
  return [...found.values()];
}
