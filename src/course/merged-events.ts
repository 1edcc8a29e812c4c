/** Puts together what was done in one browser and what was done in another. */

import type { Entry } from '#src/kept/browser-storage.ts';
import { type ProgressEvent, subjectOf } from './progress-event.ts';

/**
 * What is kept once these events are added, in the order of their times: nothing that was there goes. The same thing done
 * at the same time is one event. A pass with the same run, under the same version, is one pass, at the earlier of two times.
 */
export function merged(
  entries: readonly Entry<ProgressEvent>[],
  added: readonly ProgressEvent[],
): readonly Entry<ProgressEvent>[] {
  const known = new Map<string, Entry<ProgressEvent>>();
  for (const entry of entries) if (entry.known !== undefined) known.set(identity(entry.known), entry);
  for (const event of added) {
    const name = identity(event);
    const before = known.get(name);
    if (before?.known === undefined || event.at < before.known.at)
      known.set(name, { raw: event, known: event });
  }
  const unread = entries.filter((entry) => entry.known === undefined);
  const all = [...known.values()].sort((one, other) => (one.known?.at ?? 0) - (other.known?.at ?? 0));
  return [...unread, ...all];
}

/** Two events of one identity are one. */
function identity(event: ProgressEvent): string {
  const { type, chapter, scenario, value, at } = event;
  const run = 'run' in event ? event.run : undefined;
  if (run !== undefined) return JSON.stringify([type, chapter, scenario, run]);
  return JSON.stringify([type, chapter, scenario, subjectOf(event), value, at]);
}
