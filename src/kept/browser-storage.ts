/** All that a browser keeps for us: lists of entries, each under a key. What we cannot read stays where it is. */

/** Why something is not kept; what is not kept lasts as long as the page. */
export type NotKept = 'refused' | 'full' | 'too large';

/** One entry of a stored list. */
export interface Entry<T> {
  /** As it was stored, or will be. */
  readonly raw: unknown;
  /** What it says; `undefined` where it is broken, foreign, or of a later version of the site. */
  readonly known: T | undefined;
}

/** A list under one key of the browser's storage. Nothing here throws. */
export interface KeptList<T> {
  read(): readonly Entry<T>[];
  /** Keeps the entries, those that could not be read included. Says why, where that cannot be. */
  write(entries: readonly Entry<T>[]): NotKept | undefined;
  /** Calls back when another page of this browser may have written, and when this page comes back into view. */
  onWrittenElsewhere(listener: () => void): void;
}

/** Lists that could not be stored, by key. They last as long as the page. */
const unstored = new Map<string, string>();

/** The list under a key. `readEntry` says what an entry is, or `undefined` where it cannot be read. */
export function keptList<T>(key: string, readEntry: (raw: unknown) => T | undefined): KeptList<T> {
  return {
    read: () => valuesIn(unstored.get(key) ?? storedText(key)).map((raw) => ({ raw, known: readEntry(raw) })),
    write: (entries) => {
      try {
        return store(key, JSON.stringify(entries.map(({ raw }) => raw)), entries.length === 0);
      } catch {
        return 'refused'; // What is nested too deeply to be written again stays as it is.
      }
    },
    onWrittenElsewhere: (listener) => {
      addEventListener('storage', (event) => {
        if (event.key === key) listener();
      });
      addEventListener('pageshow', (event) => {
        if (event.persisted) listener();
      });
    },
  };
}

/** Why this browser keeps nothing for us; `undefined` where it does. */
export function whyNothingIsKept(): NotKept | undefined {
  const probe = 'leak-lab/probe';
  const reason = store(probe, probe);
  if (reason === undefined) store(probe, '', true);
  unstored.delete(probe);
  return reason;
}

/** The entries in a stored text, unread. A text that is no list is a list of one. */
function valuesIn(text: string | null): readonly unknown[] {
  if (!text) return [];
  try {
    const parsed: unknown = JSON.parse(text);
    return Array.isArray(parsed) ? parsed : [parsed];
  } catch {
    return [text];
  }
}

function storedText(key: string): string | null {
  try {
    return localStorage.getItem(key);
  } catch {
    return null;
  }
}

function store(key: string, text: string, isEmpty = false): NotKept | undefined {
  try {
    if (isEmpty) localStorage.removeItem(key);
    else localStorage.setItem(key, text);
    unstored.delete(key);
    return undefined;
  } catch (error) {
    unstored.set(key, text);
    return isFull(error) ? 'full' : 'refused';
  }
}

/** Some browsers refuse with an empty storage of no size. */
function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name) && localStorage.length > 0;
}
