/** How one person answered the questions of the course when they first tried. */

import { pageOf, type ProgressEvent, subjectOf } from '#src/course/progress-event.ts';

/** The first answer to a question. */
export interface FirstAnswer {
  readonly chapter: string;
  readonly question: string;
  /** The place of the answer among those that are written, from 0; absent where it is of another kind. */
  readonly answer?: number;
  readonly right: boolean;
}

/** One answer for each question, from events in the order of their times. */
export function firstAnswers(events: readonly ProgressEvent[]): readonly FirstAnswer[] {
  const found = new Map<string, FirstAnswer>();
  for (const event of events) {
    const chapter = pageOf(event);
    if (event.type !== 'answered' || chapter === undefined) continue;
    const question = subjectOf(event);
    const name = `${chapter} ${question}`;
    if (found.has(name)) continue;
    const answer = /^\d{1,3}$/.test(event.value) ? { answer: Number(event.value) } : {};
    found.set(name, { chapter, question, ...answer, right: event.right === true });
  }
  return [...found.values()];
}
