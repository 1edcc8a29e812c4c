/** How far a reader is: versioned events, kept in this browser only, and what they add up to. */

import * as v from 'valibot';

import type { Entry } from '#src/kept/browser-storage.ts';
import { keptList } from '#src/kept/browser-storage.ts';

/** What `value` looks like, by type of event. Where it says nothing else, it may be anything. */
const shapes = {
  /** The guess. */
  predicted: /^\d{1,15}$/,
  /** Number of the chosen answer. */
  answered: /(?:)/,
  /** `passed/all` of the checks; `0/0` where the program did not run to its end. */
  attempted: /^\d{1,4}\/\d{1,4}$/,
  /** Which fix was recognised. */
  passed: /(?:)/,
  /** Which hints of a challenge are open, and its solution: their places, from 0, with commas between. */
  opened: /^[\d,]*$/,
};

const eventSchema = v.object({
  v: v.literal(1),
  /** Milliseconds since 1970. */
  at: v.number(),
  type: v.picklist(['predicted', 'answered', 'attempted', 'passed', 'opened']),
  /** Path of the page within the site. */
  page: v.string(),
  /** The question, or the scenario. */
  what: v.string(),
  value: v.fallback(v.string(), ''),
  /** For answers: whether it was the right one. */
  right: v.fallback(v.optional(v.boolean()), undefined),
});

/** One thing that a reader did on a page. */
export type ProgressEvent = v.InferOutput<typeof eventSchema>;

/** Events of ours that are kept; passes come on top of it. */
const mostEvents = 2000;
const list = keptList('leak-lab/progress', eventIn);

function eventIn(raw: unknown): ProgressEvent | undefined {
  const { success, output } = v.safeParse(eventSchema, raw);
  return success && shapes[output.type].test(output.value) ? output : undefined;
}

/** All events so far that this version of the site can read. */
export function readEvents(): readonly ProgressEvent[] {
  return list.read().flatMap(({ known }) => known ?? []);
}

/** The newest event of this page about `what`. */
export function lastOf(type: ProgressEvent['type'], what: string): ProgressEvent | undefined {
  return readEvents().findLast(
    (event) => event.type === type && event.what === what && event.page === location.pathname,
  );
}

/** Adds an event of this page, and lets pages show it. `place` may hold the sentence of `NotKept.astro`, for where that is so. */
export function record(
  event: Pick<ProgressEvent, 'type' | 'what' | 'value' | 'right'>,
  place: Element,
): void {
  const known: ProgressEvent = { v: 1, at: Date.now(), page: location.pathname, ...event };
  const reason = list.write(withinCap([...list.read(), { raw: known, known }], mostEvents));
  place.querySelector('[data-not-kept]')?.toggleAttribute('hidden', reason === undefined);
  dispatchEvent(new CustomEvent('progress'));
}

/** Calls back whenever there is progress, on this page or on another. */
export function onProgress(listener: () => void): void {
  addEventListener('progress', listener);
  list.onWrittenElsewhere(listener);
}

/**
 * At most so many events, and whatever is not ours. First go attempts, and whatever else was done again later, then the
 * rest, the oldest first; the last pass of a challenge never goes.
 */
export function withinCap(
  entries: readonly Entry<ProgressEvent>[],
  most: number,
): readonly Entry<ProgressEvent>[] {
  const surplus = entries.filter(({ known }) => known !== undefined).length - most;
  if (surplus <= 0) return entries;
  const later = new Set<string>();
  const ranks = new Map<Entry<ProgressEvent>, number>();
  for (const entry of entries.toReversed()) {
    if (entry.known === undefined) continue;
    const { type, page, what, right } = entry.known;
    const name = JSON.stringify([type, page, what, right]);
    const isTry = type === 'attempted' || type === 'opened';
    if (later.has(name)) ranks.set(entry, isTry ? 0 : 1);
    else if (type !== 'passed') ranks.set(entry, isTry ? 2 : 3);
    later.add(name);
  }
  const inOrder = entries.filter((entry) => ranks.has(entry));
  inOrder.sort((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
  const gone = new Set(inOrder.slice(0, surplus));
  return entries.filter((entry) => !gone.has(entry));
}
