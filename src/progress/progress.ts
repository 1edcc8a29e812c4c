/** How far a reader is: versioned events, kept in this browser only, and what they add up to. */

/** One thing that a reader did on a page. `page` is its path within the site, `what` names the question or scenario. */
export interface ProgressEvent {
  readonly v: 1;
  /** Milliseconds since 1970. */
  readonly at: number;
  readonly type: 'predicted' | 'answered' | 'attempted' | 'passed';
  readonly page: string;
  readonly what: string;
  /** The guess, the chosen answer, or `passed/all` of the checks. */
  readonly value: string;
  /** For answers: whether it was the right one. */
  readonly right?: boolean;
}

const key = 'leak-lab/progress';
const mostEvents = 2000;
const types: readonly string[] = [
  'predicted',
  'answered',
  'attempted',
  'passed',
] satisfies ProgressEvent['type'][];

/** The events in a stored text. What is broken, foreign or of a later version is left out. */
export function parseEvents(text: string | null): readonly ProgressEvent[] {
  try {
    const parsed: unknown = JSON.parse(text ?? '[]');
    return Array.isArray(parsed) ? parsed.filter(isEvent) : [];
  } catch {
    return [];
  }
}

function isEvent(value: unknown): value is ProgressEvent {
  if (typeof value !== 'object' || value === null) return false;
  const { v, at, type, page, what } = value as Partial<Record<keyof ProgressEvent, unknown>>;
  const isText = typeof type === 'string' && typeof page === 'string' && typeof what === 'string';
  return v === 1 && typeof at === 'number' && isText && types.includes(type);
}

/** All events so far; none where the browser keeps nothing for us. */
export function readEvents(): readonly ProgressEvent[] {
  try {
    return parseEvents(localStorage.getItem(key));
  } catch {
    return [];
  }
}

/** The newest event of this page about `what`. */
export function lastOf(type: ProgressEvent['type'], what: string): ProgressEvent | undefined {
  return readEvents().findLast(
    (event) => event.type === type && event.what === what && event.page === location.pathname,
  );
}

/** Adds an event of this page. The oldest go first when there are too many; without storage nothing is kept. */
export function record(event: Omit<ProgressEvent, 'v' | 'at' | 'page'>): void {
  const whole: ProgressEvent = { v: 1, at: Date.now(), page: location.pathname, ...event };
  try {
    localStorage.setItem(key, JSON.stringify([...readEvents(), whole].slice(-mostEvents)));
  } catch {
    return; // Private windows may refuse; the page works all the same.
  }
  dispatchEvent(new CustomEvent('progress'));
}
