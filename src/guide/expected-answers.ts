/** Wrong answers to expect in each step: options of a chapter's questions, and wrong fixes that a scenario's checks refuse. */

import type { StepId } from './session-routes.ts';

/** An option of a question; `place` counts from 0 as the chapter has them. `question`: its name, or some of its words. */
interface ExpectedOption {
  readonly type: 'option';
  readonly page: string;
  readonly question: string;
  readonly place: number;
}

/** A wrong fix by the name of its program. */
interface ExpectedFix {
  readonly type: 'fix';
  readonly scenario: string;
  readonly program: `wrong-${string}`;
}

export type Expected = ExpectedOption | ExpectedFix;

/** Some options of one question. */
function options(page: string, question: string, ...places: readonly number[]): readonly ExpectedOption[] {
  return places.map((place) => ({ type: 'option', page, question, place }));
}

/** Some wrong fixes of one scenario. */
function fixes(scenario: string, ...names: readonly string[]): readonly ExpectedFix[] {
  return names.map((name) => ({ type: 'fix', scenario, program: `wrong-${name}` }));
}

export const expected: Readonly<Record<StepId, readonly Expected[]>> = {
  open: options('course/01-memory-that-only-goes-up', 'A server holds 3 GiB after an hour', 0, 2),
  symptom: [
    ...options('course/01-memory-that-only-goes-up', 'still-grows-at-the-end', 0, 2, 3),
    ...fixes('memory-that-only-goes-up', 'drop-the-cache'),
  ],
  'cause-name': [
    ...options('course/03-a-logger-per-transaction', 'edit-that-stops-the-growth', 0, 1, 3),
    ...options('course/03-a-logger-per-transaction', 'why-a-clean-report', 0),
  ],
  'fix-pairs': fixes(
    'logger-per-transaction',
    'no-id',
    'weak-values',
    'destroy-by-name',
    'clear-when-full',
    'silent',
  ),
  'cause-release': options('course/04-nothing-lets-go', 'about how many loggers', 0, 1, 2),
  'fix-release': fixes(
    'release-on-the-failing-path',
    'catch-and-finally',
    'on-commit',
    'close-first',
    'weak-list',
  ),
  break: [],
  'cause-lifetime': [
    ...options('course/05-two-lifetimes', 'what-the-bus-leaves', 0, 1, 3),
    ...fixes('listener-per-resource', 'new-function', 'weak-listener'),
  ],
  compare: [
    ...options('course/08-bind-the-lifetimes', 'what-holds-a-virtual-logger', 0),
    ...fixes('owned-logger', 'weak-list', 'closes-on-success', 'closes-root'),
  ],
  pool: [
    ...options('course/06-a-logger-pool', 'A pool keeps its idle loggers by table name', 0, 2),
    ...fixes('logger-pool', 'never-shrinks', 'never-reset'),
  ],
  measure: [
    ...options('course/10-results-measured', 'what-the-fix-leaves-as-it-was', 0, 2, 3),
    ...options('course/10-results-measured', 'A fix makes the heap flat', 1),
  ],
  alert: [
    ...options('course/09b-alert-on-the-slope', 'Memory rose by', 1, 2),
    ...fixes('alert-on-slope', 'high-level', 'since-start'),
  ],
  history: [
    ...options('course/11-what-byconity-really-did', 'which-version-takes-the-lock-most', 0, 1, 2),
    ...options('course/11-what-byconity-really-did', 'Your team runs a build of ByConity', 0, 2),
    ...fixes('four-versions', 'id-back-in-name'),
  ],
  own: [
    ...options('course/12-lessons-and-capstone', 'Which label may a metric', 0),
    ...fixes('metric-label', 'hashed'),
  ],
};

/** How words name an expected answer: `edit-that-stops-the-growth/0`, or `logger-pool/wrong-never-reset`. */
export function nameOf(answer: Expected): string {
  return answer.type === 'fix'
    ? `${answer.scenario}/${answer.program}`
    : `${answer.question}/${answer.place}`;
}
