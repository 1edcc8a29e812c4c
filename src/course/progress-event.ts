/** What a reader has done, as events: the form in which a browser keeps it, and which a record of passes is made from. */

import * as v from 'valibot';

import type { Place } from './place.ts';
import { placeOf, slugIn } from './place.ts';
import { repeatableRunSchema } from './repeatable-run.ts';

/** `chapter` is the slug of the page; absent where something was done in the free playground of a scenario. */
const common = {
  v: v.literal(2),
  /** Milliseconds since 1970. */
  at: v.number(),
  chapter: v.exactOptional(v.string()),
};
/** `question` names one of the page's questions, in every language alike. */
const ofQuestion = { ...common, scenario: v.exactOptional(v.string()), question: v.string() };
const ofChallenge = { ...common, scenario: v.string() };

const text = v.fallback(v.string(), '');

const eventSchema = v.variant('type', [
  /** `value`: the guess. */
  v.object({ ...ofQuestion, type: v.literal('predicted'), value: v.pipe(v.string(), v.regex(/^\d{1,15}$/)) }),
  /** `value`: number of the chosen answer. */
  v.object({
    ...ofQuestion,
    type: v.literal('answered'),
    value: text,
    /** Whether it was the right one. */
    right: v.fallback(v.boolean(), false),
  }),
  /** `value`: `passed/all` of the checks; `0/0` where the program did not run to its end. */
  v.object({
    ...ofChallenge,
    type: v.literal('attempted'),
    value: v.pipe(v.string(), v.regex(/^\d{1,4}\/\d{1,4}$/)),
  }),
  v.object({
    ...ofChallenge,
    type: v.literal('passed'),
    /** Which fix was recognised; empty for none. */
    value: text,
    /** The run that passed. Absent where a pass is older than this form, where it was passed again later, and where there was no room. */
    run: v.fallback(v.optional(repeatableRunSchema), undefined),
  }),
  /** `value`: which hints are open, and the solution: their places, from 0, with commas between. */
  v.object({ ...ofChallenge, type: v.literal('opened'), value: v.pipe(v.string(), v.regex(/^[\d,]*$/)) }),
]);

/**
 * One thing that a reader did. A `passed` event says who can check it how: its `run` holds the program's text, the workload
 * and what identifies scenario and machine, so that whoever has the event can run the program again and see it pass.
 */
export type ProgressEvent = v.InferOutput<typeof eventSchema>;

/** The event that a stored value is; `undefined` where it is broken, foreign, or of a later version of the site. */
export function eventIn(raw: unknown): ProgressEvent | undefined {
  const { success, output } = v.safeParse(eventSchema, raw);
  return success ? output : undefined;
}

/** The question that an event is about, or the scenario of its challenge. */
export function subjectOf(event: ProgressEvent): string {
  return 'question' in event ? event.question : event.scenario;
}

/** Whether an event happened at a place. A challenge in a chapter is told by the chapter. */
export function happenedAt(event: ProgressEvent, { chapter, scenario }: Place): boolean {
  return event.chapter === chapter && (chapter !== undefined || event.scenario === scenario);
}

/** An event of the first form: of a page by its address, and of a question or a scenario as `what`. */
const firstSchema = v.looseObject({
  v: v.literal(1),
  type: v.picklist(['predicted', 'answered', 'attempted', 'passed', 'opened']),
  page: v.string(),
  what: v.string(),
});

/** An event of the first form as it is written now, with whatever else stands in it; any other value as it is. */
export function renewed(raw: unknown): unknown {
  const { success, output } = v.safeParse(firstSchema, raw);
  const slug = success ? slugIn(output.page) : undefined;
  if (!success || slug === undefined) return raw;
  const { page: _, what, ...rest } = output;
  const isOfQuestion = rest.type === 'predicted' || rest.type === 'answered';
  const renewedEvent = { ...rest, v: 2, ...placeOf(slug), [isOfQuestion ? 'question' : 'scenario']: what };
  // What could not be read before cannot be read now, and stays as it was.
  return eventIn(renewedEvent) === undefined ? raw : renewedEvent;
}
