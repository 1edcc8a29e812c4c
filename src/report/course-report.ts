/** What a report says of a reader's way through the course, made from a record and from what verifying it came to. */

import type { LearnerRecord } from '#playground/learner-record/learner-record.ts';
import type { VerifiedChallenge } from '#playground/learner-record/verification.ts';
import { firstTries } from '#src/course/first-tries.ts';
import { pageOf, type ProgressEvent } from '#src/course/progress-event.ts';
import { type ChapterOutline, nextChapter, type Standing, standingIn } from '#src/course/standing.ts';
import { type Cell, cellOf } from '#src/team/team-cells.ts';
import type { TeamChallenge } from '#src/team/team-challenge.ts';
import { type AskedPredictions, type ToldPrediction, toldPrediction } from './asked-predictions.ts';

/** A chapter, as a report needs it. */
export interface ReportChapter extends ChapterOutline {
  readonly title: string;
}

/** What is reported on. */
export interface ReportSource {
  readonly record: LearnerRecord;
  /** All that the record holds, as events. */
  readonly events: readonly ProgressEvent[];
  readonly course: readonly ReportChapter[];
  readonly challenges: readonly TeamChallenge[];
  /** What verifying came to; absent before it is done. */
  readonly verified?: readonly VerifiedChallenge[] | undefined;
  /** What the chapters ask for; absent where it is not here. */
  readonly asked?: AskedPredictions | undefined;
}

/** A challenge with what became of it. `isShown`: its solution was shown. */
export interface ReportedChallenge {
  readonly challenge: TeamChallenge;
  readonly cell: Cell;
  readonly isShown: boolean;
}

export interface CourseReport {
  readonly chapters: readonly { readonly title: string; readonly standing: Standing }[];
  readonly challenges: readonly ReportedChallenge[];
  readonly predictions: {
    readonly made: number;
    /** Those that the chapters of today ask for, in the order in which they were made; absent where these are not known. */
    readonly told?: readonly ToldPrediction[];
  };
  readonly questions: {
    readonly answered: number;
    /** Right at the first try. */
    readonly right: number;
    readonly all: number;
  };
  /** When the first and the last thing were done, in milliseconds since 1970; absent where nothing was. */
  readonly days?: readonly [first: number, last: number];
  /** Where to go on; absent when all is done. */
  readonly next?: ReportChapter;
}

/** The report of a record. */
export function courseReport(source: ReportSource): CourseReport {
  const { course, asked } = source;
  const ids = new Set(course.map(({ id }) => id));
  const events = source.events.filter((event) => ids.has(pageOf(event) ?? ''));
  const predicted = firstTries(events, 'predicted');
  const answered = firstTries(events, 'answered');
  const days = source.events.map(({ at }) => at);
  const goOn = nextChapter(course, events);
  const next = course.find(({ id }) => id === goOn?.id);
  const told = asked && predicted.flatMap((first) => toldPrediction(first, asked) ?? []);
  return {
    chapters: course.map((chapter) => ({ title: chapter.title, standing: standingIn(chapter, events) })),
    challenges: reportedChallenges(source),
    predictions: { made: predicted.length, ...(told === undefined ? {} : { told }) },
    questions: {
      answered: answered.length,
      right: answered.filter(({ right }) => right).length,
      all: course.reduce((sum, { questions }) => sum + questions, 0),
    },
    ...(days.length === 0 ? {} : { days: [least(days), -least(days.map((day) => -day))] as const }),
    ...(next === undefined ? {} : { next }),
  };
}

function reportedChallenges(source: ReportSource): readonly ReportedChallenge[] {
  const { record, events, challenges, verified } = source;
  const member = { id: 0, person: '', record };
  const told = new Map(verified === undefined ? [] : [[member.id, verified] as const]);
  return challenges.map((challenge) => ({
    challenge,
    cell: cellOf(member, challenge.scenario, told),
    isShown: events.some(({ type, scenario }) => type === 'shown' && scenario === challenge.scenario),
  }));
}

/** The least of many numbers: more than a call takes as arguments. */
function least(numbers: readonly number[]): number {
  return numbers.reduce((one, other) => Math.min(one, other));
}
