/** How a reader stands in the course: per chapter, and where to go on. */

import { pageOf, type ProgressEvent, subjectOf } from './progress-event.ts';

/** What a chapter asks: its slug, its path within the site, the scenarios of its challenges, and the number of its questions. */
export interface ChapterOutline {
  readonly id: string;
  readonly page: string;
  readonly challenges: readonly string[];
  readonly questions: number;
}

/** `done`: every challenge of the chapter passed; in a chapter without any, every question answered rightly. */
export type Standing = 'new' | 'begun' | 'done';

/** How the reader stands in one chapter. */
export function standingIn(chapter: ChapterOutline, events: readonly ProgressEvent[]): Standing {
  const own = events.filter((event) => pageOf(event) === chapter.id);
  if (own.length === 0) return 'new';
  const passed = new Set(own.filter(({ type }) => type === 'passed').map(subjectOf));
  const answered = new Set(own.filter((event) => event.type === 'answered' && event.right).map(subjectOf));
  const done =
    chapter.challenges.length > 0
      ? chapter.challenges.every((scenario) => passed.has(scenario))
      : answered.size >= chapter.questions;
  return done ? 'done' : 'begun';
}

/** Whether nothing is left to solve in a chapter: each of its challenges is passed, or its solution was shown. */
export function isOver(chapter: ChapterOutline, events: readonly ProgressEvent[]): boolean {
  const own = events.filter((event) => pageOf(event) === chapter.id);
  const ended = new Set(own.filter(({ type }) => type === 'passed' || type === 'shown').map(subjectOf));
  const isEnded = chapter.challenges.length > 0 && chapter.challenges.every((each) => ended.has(each));
  return isEnded || standingIn(chapter, events) === 'done';
}

/** The chapter of the newest event if it is not over, else the first after it that is not, else the first of all, else the first that is not done; `undefined` when all are done. */
export function nextChapter(
  chapters: readonly ChapterOutline[],
  events: readonly ProgressEvent[],
): ChapterOutline | undefined {
  const open = (chapter: ChapterOutline) => !isOver(chapter, events);
  const newest = events.findLast((event) => chapters.some(({ id }) => id === event.chapter));
  const at = chapters.findIndex(({ id }) => id === newest?.chapter);
  return (
    chapters.slice(Math.max(at, 0)).find(open) ??
    chapters.find(open) ??
    chapters.find((chapter) => standingIn(chapter, events) !== 'done')
  );
}
