/** How long one person was at work in each chapter, as far as a record can tell. */

import { pageOf, type ProgressEvent, subjectOf } from '#src/course/progress-event.ts';
import type { ChapterOutline } from '#src/course/standing.ts';

/** What counts of a chapter. */
export type ChapterTask = Pick<ChapterOutline, 'id' | 'challenges' | 'questions'>;

/** A longer pause counts as this long, in milliseconds: nobody knows who has left the desk and who reads. */
export const longestPause = 10 * 60_000;

/**
 * Milliseconds by chapter, of those that are done: from the first thing that was done in the chapter until its last
 * challenge was passed, or, in a chapter without one, until every question was answered rightly. What was read before the
 * first step is not in it. Events stand in the order of their times. A chapter that was done in one step has no time.
 */
export function chapterTimes(
  course: readonly ChapterTask[],
  events: readonly ProgressEvent[],
): ReadonlyMap<string, number> {
  const byChapter = Map.groupBy(events, pageOf);
  return new Map(
    course.flatMap((chapter) => {
      const time = timeUntilDone(chapter, byChapter.get(chapter.id) ?? []);
      return time === undefined ? [] : [[chapter.id, time]];
    }),
  );
}

function timeUntilDone(
  { challenges, questions }: ChapterTask,
  events: readonly ProgressEvent[],
): number | undefined {
  const passed = new Set<string>();
  const right = new Set<string>();
  let time = 0;
  let before: number | undefined;
  for (const event of events) {
    time += Math.min(longestPause, event.at - (before ?? event.at));
    if (event.type === 'passed') passed.add(event.scenario);
    if (event.type === 'answered' && event.right === true) right.add(subjectOf(event));
    const isDone =
      challenges.length > 0 ? challenges.every((each) => passed.has(each)) : right.size >= questions;
    if (isDone) return before === undefined ? undefined : time;
    before = event.at;
  }
  return undefined;
}
