/** How far a reader is: events, kept in this browser only. */

import { type Entry, keptList, type NotKept } from '#src/kept/browser-storage.ts';
import { keyOf } from '#src/kept/keys.ts';
import { placeHere } from './place.ts';
import { merged } from './merged-events.ts';
import { eventIn, happenedAt, type ProgressEvent, renewed, subjectOf } from './progress-event.ts';

/** Events of ours that are kept; passes come on top of it. */
const mostEvents = 2000;
/** Programs that are kept of one challenge. */
const mostPrograms = 2;
/** All that is kept, with what this version of the site cannot read. */
export const keptEvents = keptList(keyOf('progress', 'events'), eventIn, {
  key: 'leak-lab/progress',
  renew: renewed,
});

/** All events so far that this version of the site can read. */
export function readEvents(): readonly ProgressEvent[] {
  return keptEvents.read().flatMap(({ known }) => known ?? []);
}

/** The newest event of this page about a question, or about a scenario's challenge. */
export function lastOf(type: ProgressEvent['type'], subject: string): ProgressEvent | undefined {
  const here = placeHere();
  return readEvents().findLast(
    (event) => event.type === type && subjectOf(event) === subject && happenedAt(event, here),
  );
}

/** What a page says of an event: time and place are added. */
type NewEvent<Event = ProgressEvent> = Event extends ProgressEvent
  ? Omit<Event, 'v' | 'at' | 'chapter'>
  : never;

/** Where a page may say that nothing is kept: an element. */
interface Saying {
  querySelector(selector: string): Pick<Element, 'toggleAttribute'> | null;
}

/** Adds an event of this page, and lets pages show it. `place` may hold the sentence of `NotKept.astro`, for where that is so. */
export function record(event: NewEvent, place: Saying): void {
  const known: ProgressEvent = { v: 2, at: Date.now(), ...placeHere(), ...event };
  const before = keptEvents.read();
  const add = (added: ProgressEvent) =>
    keptEvents.write(withinCap(withLastRuns([...before, { raw: added, known: added }]), mostEvents));
  let reason = add(known);
  // That a challenge is passed is worth more than what it was passed with.
  if (reason === 'full' && 'run' in known) reason = add({ ...known, run: undefined });
  place.querySelector('[data-not-kept]')?.toggleAttribute('hidden', reason === undefined);
  dispatchEvent(new CustomEvent('progress'));
}

/** Adds what a record holds to what is kept: nothing that was there goes. Says why, where it is not kept. */
export function addEvents(added: readonly ProgressEvent[]): NotKept | undefined {
  const reason = keptEvents.write(withinCap(withLastRuns(merged(keptEvents.read(), added)), mostEvents));
  dispatchEvent(new CustomEvent('progress'));
  return reason;
}

/** Forgets all progress, what this version of the site cannot read included. The reader's programs stay. */
export function clearEvents(): void {
  keptEvents.write([]);
  dispatchEvent(new CustomEvent('progress'));
}

/** Calls back whenever there is progress, on this page or on another. */
export function onProgress(listener: () => void): void {
  addEventListener('progress', listener);
  keptEvents.onWrittenElsewhere(listener);
}

/**
 * At most so many events, and whatever is not ours. First go attempts, and whatever else was done again later, then the
 * rest, the oldest first; that a challenge was passed, or its solution shown, never goes.
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
    const { type, chapter, scenario } = entry.known;
    const right = 'right' in entry.known ? entry.known.right : undefined;
    const name = JSON.stringify([type, chapter, scenario, subjectOf(entry.known), right]);
    const isTry = type === 'attempted' || type === 'opened';
    if (later.has(name)) ranks.set(entry, isTry ? 0 : 1);
    else if (type !== 'passed' && type !== 'shown') ranks.set(entry, isTry ? 2 : 3);
    later.add(name);
  }
  const inOrder = entries.filter((entry) => ranks.has(entry));
  inOrder.sort((one, other) => (ranks.get(one) ?? 0) - (ranks.get(other) ?? 0));
  const gone = new Set(inOrder.slice(0, surplus));
  return entries.filter((entry) => !gone.has(entry));
}

/** Of each challenge the last two programs that passed are kept: two machines may each have brought one, and programs are long. */
export function withLastRuns(entries: readonly Entry<ProgressEvent>[]): readonly Entry<ProgressEvent>[] {
  const shown = new Map<string, Set<string>>();
  const kept = entries.toReversed().map((entry) => {
    const { raw, known } = entry;
    if (known?.type !== 'passed' || known.run === undefined) return entry;
    const name = JSON.stringify([known.chapter, known.scenario]);
    const later = shown.get(name) ?? new Set();
    shown.set(name, later);
    if (!later.has(known.run.program) && later.size < mostPrograms) {
      later.add(known.run.program);
      return entry;
    }
    const { run: _, ...rest } = raw as { readonly run?: unknown };
    return { raw: rest, known: { ...known, run: undefined } };
  });
  return kept.toReversed();
}
