/** What a reader has done, as events: the form in which a browser keeps it, and which a record of passes is made from. */

import * as v from 'valibot';

import { type Place, placeOf, slugIn } from './place.ts';
import { type RepeatableRun, repeatableRunSchema } from '#playground/learner-record/repeatable-run.ts';

/** What is said of every event. */
interface Common {
  readonly v: 2;
  /** Milliseconds since 1970. */
  readonly at: number;
  /** Slug of the page, the same in every language; absent where it was done in the free playground of a scenario. */
  readonly chapter?: string;
}

/** `predicted`: `value` is the guess. `answered`: `value` is the number of the chosen answer. */
export interface QuestionEvent extends Common {
  readonly type: 'predicted' | 'answered';
  /** Names one of the page's questions. */
  readonly question: string;
  /** The scenario of the free playground; absent in a chapter. */
  readonly scenario?: string;
  readonly value: string;
  /** Whether the answer was the right one. */
  readonly right?: boolean | undefined;
}

/**
 * `attempted`: `value` is `passed/all` of the checks; `0/0` where the program did not run to its end. `opened`: which hints
 * are open, and the solution: their places, from 0, with commas between. `shown`: the reader chose to be shown the solution.
 */
interface TryEvent extends Common {
  readonly type: 'attempted' | 'opened' | 'shown';
  readonly scenario: string;
  readonly value: string;
}

/** A challenge was passed. Whoever has the event can run the program again and see it pass. */
export interface PassEvent extends Common {
  readonly type: 'passed';
  readonly scenario: string;
  /** Which fix was recognised; empty for none. */
  readonly value: string;
  /** The run that passed: absent in a pass older than this form, in one that was passed again later, and where there was no room. */
  readonly run?: RepeatableRun | undefined;
}

/** One thing that a reader did. */
export type ProgressEvent = QuestionEvent | TryEvent | PassEvent;

/** What `value` looks like, by type of event. Where it says nothing else, it may be anything. */
const shapes = {
  predicted: /^\d{1,15}$/,
  answered: /(?:)/,
  attempted: /^\d{1,4}\/\d{1,4}$/,
  passed: /(?:)/,
  opened: /^[\d,]*$/,
  shown: /(?:)/,
};
const types = v.picklist(['predicted', 'answered', 'attempted', 'passed', 'opened', 'shown']);

const eventSchema = v.object({
  v: v.literal(2),
  at: v.number(),
  type: types,
  chapter: v.exactOptional(v.string()),
  scenario: v.exactOptional(v.string()),
  question: v.exactOptional(v.string()),
  value: v.fallback(v.string(), ''),
  right: v.fallback(v.optional(v.boolean()), undefined),
  run: v.fallback(v.optional(repeatableRunSchema), undefined),
});

/** The event that a stored value is; `undefined` where it is broken, foreign, or of a later version of the site. */
export function eventIn(raw: unknown): ProgressEvent | undefined {
  const { success, output } = v.safeParse(eventSchema, raw);
  return success && isWhole(output) && shapes[output.type].test(output.value) ? output : undefined;
}

function isWhole(event: v.InferOutput<typeof eventSchema>): event is ProgressEvent & typeof event {
  return (isOfQuestion(event) ? event.question : event.scenario) !== undefined;
}

function isOfQuestion({ type }: Pick<ProgressEvent, 'type'>): boolean {
  return type === 'predicted' || type === 'answered';
}

/** The question that an event is about, or the scenario of its challenge. */
export function subjectOf(event: ProgressEvent): string {
  const isAsked = (asked: ProgressEvent): asked is QuestionEvent => isOfQuestion(asked);
  return isAsked(event) ? event.question : event.scenario;
}

/** Whether an event happened at a place. A challenge in a chapter is told by the chapter. */
export function happenedAt(event: ProgressEvent, { chapter, scenario }: Place): boolean {
  return pageOf(event) === chapter && (chapter !== undefined || event.scenario === scenario);
}

/** Challenges that were once on another page, by that page and their scenario: what was passed there is passed. */
const moved: Readonly<Record<string, string>> = {
  'course/09-watch-the-memory alert-on-slope': 'course/09b-alert-on-the-slope',
  'course/09-watch-the-memory finalizer-as-cure': 'course/09c-an-alarm-is-not-a-cure',
};

/** Slug of the page that an event belongs to today; `undefined` in the free playground of a scenario. */
export function pageOf({ chapter, scenario }: ProgressEvent): string | undefined {
  return chapter === undefined ? undefined : (moved[`${chapter} ${scenario ?? ''}`] ?? chapter);
}

/** An event of the first form: of a page by its address, and of a question or a scenario as `what`. */
const firstSchema = v.object({ v: v.literal(1), type: types, page: v.string(), what: v.string() });

/** An event of the first form as it is written now, with whatever else stands in it; any other value as it is. */
export function renewed(raw: unknown): unknown {
  const { success, output } = v.safeParse(firstSchema, raw);
  const slug = success ? slugIn(output.page) : undefined;
  if (!success || slug === undefined) return raw;
  const { page: _page, what: _what, ...rest } = raw as typeof output;
  const subject = isOfQuestion(output) ? 'question' : 'scenario';
  const event = { ...rest, v: 2, ...placeOf(slug), [subject]: output.what };
  // What could not be read before cannot be read now, and stays as it was.
  return eventIn(event) === undefined ? raw : event;
}
