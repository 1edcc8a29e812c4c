/** What a record holds, chapter by chapter, for its owner to see before the file is made. */

import { pageOf, type ProgressEvent, subjectOf } from '#src/course/progress-event.ts';

/** One chapter of the course. */
export interface ChapterName {
  readonly id: string;
  readonly title: string;
}

/** `passed`: when first, in milliseconds since 1970. `tried`: how many runs were attempts. */
export type ChallengeSummary =
  | { readonly type: 'passed'; readonly at: number }
  | { readonly type: 'shown' }
  | { readonly type: 'tried'; readonly attempts: number }
  | { readonly type: 'none' };

export interface ChapterSummary {
  readonly title: string;
  readonly predictions: number;
  /** Questions answered, and of these those that were at last answered rightly. */
  readonly answered: number;
  readonly right: number;
  /** The most hints that were open at once. */
  readonly hints: number;
  readonly challenges: readonly ChallengeSummary[];
}

/** The chapters in which something was done. */
export function summaryOf(
  chapters: readonly ChapterName[],
  events: readonly ProgressEvent[],
): readonly ChapterSummary[] {
  return chapters.flatMap(({ id, title }) => {
    const own = events.filter((event) => pageOf(event) === id);
    return own.length === 0 ? [] : [{ title, ...chapterSummary(own) }];
  });
}

function chapterSummary(events: readonly ProgressEvent[]): Omit<ChapterSummary, 'title'> {
  const subjects = (type: ProgressEvent['type']): ReadonlySet<string> =>
    new Set(events.filter((event) => event.type === type).map(subjectOf));
  const right = events.filter((event) => event.type === 'answered' && event.right === true).map(subjectOf);
  const hints = events.map(({ type, value }) =>
    type === 'opened' && value !== '' ? value.split(',').length : 0,
  );
  const scenarios = new Set(
    ['attempted', 'passed', 'shown'].flatMap((type) => [...subjects(type as ProgressEvent['type'])]),
  );
  return {
    predictions: subjects('predicted').size,
    answered: subjects('answered').size,
    right: new Set(right).size,
    hints: Math.max(0, ...hints),
    challenges: [...scenarios].map((scenario) =>
      challengeSummary(events.filter((event) => event.scenario === scenario)),
    ),
  };
}

function challengeSummary(events: readonly ProgressEvent[]): ChallengeSummary {
  const passed = events.find(({ type }) => type === 'passed');
  if (passed !== undefined) return { type: 'passed', at: passed.at };
  if (events.some(({ type }) => type === 'shown')) return { type: 'shown' };
  const attempts = events.filter(({ type }) => type === 'attempted').length;
  return attempts > 0 ? { type: 'tried', attempts } : { type: 'none' };
}
