/** What this browser keeps of a session: the route, whether notes are shown, and the clock. */

import { keyOf } from '#src/kept/keys.ts';
import { type Clock, unstarted } from './session-clock.ts';

export interface KeptSession {
  /** Length of the chosen route. */
  readonly minutes?: number;
  readonly notes: boolean;
  readonly clock: Clock;
}

const key = keyOf('session', 'guide');

/** What was kept; nothing shown and the clock at zero where nothing was, or nothing that can be read. */
export function keptSession(): KeptSession {
  try {
    return sessionIn(JSON.parse(localStorage.getItem(key) ?? 'null'));
  } catch {
    return sessionIn(null);
  }
}

/** Keeps it; where the browser refuses, it lasts as long as the page. */
export function keepSession(session: KeptSession): void {
  try {
    localStorage.setItem(key, JSON.stringify(session));
  } catch {
    // A session can be run without it.
  }
}

/** Reads what was stored, whoever stored it. */
export function sessionIn(stored: unknown): KeptSession {
  const { minutes, notes, clock } = fieldsOf(stored);
  return {
    ...(isCount(minutes) ? { minutes } : {}),
    notes: notes === true,
    clock: clockIn(clock),
  };
}

function clockIn(stored: unknown): Clock {
  const { before, since, step } = fieldsOf(stored);
  if (!isCount(before) || !isCount(step)) return unstarted;
  return { before, step: Math.floor(step), ...(isCount(since) ? { since } : {}) };
}

function fieldsOf(stored: unknown): Readonly<Record<string, unknown>> {
  return typeof stored === 'object' && stored !== null ? { ...stored } : {};
}

function isCount(value: unknown): value is number {
  return typeof value === 'number' && Number.isFinite(value) && value >= 0;
}
