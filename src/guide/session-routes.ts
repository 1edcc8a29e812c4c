/** The routes of a session: which steps each has, and how many minutes each step takes. */

import { type ChapterTime, timeRule } from '#src/course/chapter-time.ts';

/** A part of a page to show: an anchor is that of a heading; without one, the beginning of the page. */
export interface Place {
  readonly page: string;
  readonly anchor?: string;
}

/** What is done of a chapter in the room, counted as `chapterTime` counts. */
interface Doing {
  readonly questions?: number;
  readonly playgrounds?: number;
  readonly challenges?: number;
}

/** The steps of all routes. */
export type StepId =
  | 'open'
  | 'symptom'
  | 'cause-name'
  | 'fix-pairs'
  | 'cause-release'
  | 'fix-release'
  | 'break'
  | 'cause-lifetime'
  | 'compare'
  | 'pool'
  | 'measure'
  | 'alert'
  | 'history'
  | 'own';

export interface SessionStep {
  readonly id: StepId;
  /** What to show, in this order; nothing in a break. */
  readonly places: readonly Place[];
  readonly doing: Doing;
  /** Minutes to talk, beside what is done. */
  readonly talk: number;
  /** A step that must be done, or one that can be cut when time runs short. */
  readonly need: 'must' | 'can be cut';
}

export interface SessionRoute {
  /** The length of the session. */
  readonly minutes: number;
  readonly steps: readonly SessionStep[];
}

/** One step with its place in the session, in minutes from its start. */
export interface PlannedStep extends SessionStep {
  readonly from: number;
  readonly until: number;
}

const must = 'must';
const canBeCut = 'can be cut';

const chapter = {
  symptom: 'course/01-memory-that-only-goes-up',
  name: 'course/03-a-logger-per-transaction',
  release: 'course/04-nothing-lets-go',
  lifetimes: 'course/05-two-lifetimes',
  pool: 'course/06-a-logger-pool',
  owned: 'course/08-bind-the-lifetimes',
  alert: 'course/09b-alert-on-the-slope',
  results: 'course/10-results-measured',
  history: 'course/11-what-byconity-really-did',
} as const;

const open: SessionStep = {
  id: 'open',
  places: [{ page: chapter.symptom }],
  doing: {},
  talk: 2,
  need: must,
};

const symptom: SessionStep = {
  id: 'symptom',
  places: [
    { page: chapter.symptom, anchor: 'three-curves-without-names' },
    { page: chapter.symptom, anchor: 'ask-who-holds-it' },
  ],
  doing: { questions: 1, playgrounds: 1 },
  talk: 2,
  need: must,
};

const causeName: SessionStep = {
  id: 'cause-name',
  places: [{ page: chapter.name }, { page: chapter.name, anchor: 'the-mechanism' }],
  doing: { questions: 1, playgrounds: 1 },
  talk: 3,
  need: must,
};

const fixPairs: SessionStep = {
  id: 'fix-pairs',
  places: [{ page: chapter.name, anchor: 'challenge' }],
  doing: { challenges: 1 },
  talk: 3,
  need: must,
};

const causeRelease: SessionStep = {
  id: 'cause-release',
  places: [{ page: chapter.release }, { page: chapter.release, anchor: 'two-ways-out' }],
  doing: { questions: 1, playgrounds: 1 },
  talk: 1,
  need: canBeCut,
};

const fixRelease: SessionStep = {
  id: 'fix-release',
  places: [{ page: chapter.release, anchor: 'challenge' }],
  doing: { challenges: 1 },
  talk: 3,
  need: canBeCut,
};

const pause: SessionStep = { id: 'break', places: [], doing: {}, talk: 5, need: must };

const causeLifetime: SessionStep = {
  id: 'cause-lifetime',
  places: [{ page: chapter.lifetimes }, { page: chapter.lifetimes, anchor: 'how-long-should-it-live' }],
  doing: { questions: 1, playgrounds: 1 },
  talk: 1,
  need: canBeCut,
};

const compare: SessionStep = {
  id: 'compare',
  places: [
    { page: chapter.name, anchor: 'which-fix' },
    { page: chapter.owned, anchor: 'one-owner-or-two' },
  ],
  doing: { questions: 1 },
  talk: 3,
  need: must,
};

const pool: SessionStep = {
  id: 'pool',
  places: [{ page: chapter.pool, anchor: 'reuse-depends-on-the-key' }],
  doing: { questions: 1 },
  talk: 3,
  need: canBeCut,
};

const measure: SessionStep = {
  id: 'measure',
  places: [{ page: chapter.results }, { page: chapter.results, anchor: 'before-and-after' }],
  doing: { questions: 1, playgrounds: 1 },
  talk: 1,
  need: canBeCut,
};

const alert: SessionStep = {
  id: 'alert',
  places: [{ page: chapter.alert, anchor: 'alert-on-the-slope' }],
  doing: { questions: 1 },
  talk: 3,
  need: must,
};

const history: SessionStep = {
  id: 'history',
  places: [
    { page: chapter.history },
    { page: chapter.history, anchor: 'timeline-of-the-leak' },
    { page: chapter.history, anchor: 'the-sibling-that-is-still-there' },
  ],
  doing: { questions: 1, playgrounds: 1 },
  talk: 3,
  need: must,
};

/** With the second question of the step, which the shortest route leaves out. */
const longHistory: SessionStep = { ...history, doing: { ...history.doing, questions: 2 } };

const own: SessionStep = {
  id: 'own',
  places: [{ page: 'reference/checklist' }],
  doing: {},
  talk: 5,
  need: must,
};

/** All routes, the shortest first. People fix something before the middle of each. */
export const routes: readonly SessionRoute[] = [
  {
    minutes: 60,
    steps: [open, symptom, causeName, fixPairs, causeRelease, causeLifetime, compare, alert, history, own],
  },
  {
    minutes: 75,
    steps: [
      ...[open, symptom, causeName, fixPairs, causeRelease, pause],
      ...[causeLifetime, compare, pool, measure, alert, longHistory, own],
    ],
  },
  {
    minutes: 90,
    steps: [
      ...[open, symptom, causeName, fixPairs, causeRelease, fixRelease, pause],
      ...[causeLifetime, compare, pool, measure, alert, longHistory, own],
    ],
  },
];

/** Minutes of a step: what is done, by the rule that gives a chapter its minutes, and the talk. */
export function stepMinutes(step: SessionStep): number {
  return doingMinutes(step) + step.talk;
}

/** Minutes of all steps, or of those that must be done. */
export function totalMinutes({ steps }: SessionRoute, need?: SessionStep['need']): number {
  return steps
    .filter((step) => need === undefined || step.need === need)
    .reduce((sum, step) => sum + stepMinutes(step), 0);
}

/** The steps of a route with their times. */
export function planned({ steps }: SessionRoute): readonly PlannedStep[] {
  let from = 0;
  return steps.map((step) => {
    const until = from + stepMinutes(step);
    const planned = { ...step, from, until };
    from = until;
    return planned;
  });
}

/** How much of a chapter is done in the room, 0 to 1 of its own minutes. */
export function shareOfChapter(step: SessionStep, time: ChapterTime): number {
  return doingMinutes(step) / (time.read + time.do);
}

function doingMinutes({ doing }: SessionStep): number {
  const { questions = 0, playgrounds = 0, challenges = 0 } = doing;
  return questions * timeRule.question + playgrounds * timeRule.playground + challenges * timeRule.challenge;
}
