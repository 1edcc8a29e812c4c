/**
 * All that a browser keeps for us: lists of entries, each under a key. What we cannot read stays where it is. On a page that
 * is presented the lists are the tab's own, so that nothing that a room does enters the presenter's record.
 */

import { isPresented } from '#src/present/is-presented.ts';
import { keyOf } from './keys.ts';

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

/** Where a list was kept by an earlier version of the site. */
export interface Former {
  readonly key: string;
  /** An entry of then as it is written now; one that it cannot read, as it is. */
  readonly renew: (raw: unknown) => unknown;
}

/** Lists that could not be stored, by key. They last as long as the page. */
const unstored = new Map<string, string>();

/** A list that was kept nowhere before. */
const noFormer: Former = { key: '', renew: (raw) => raw };

/**
 * The list under a key. `readEntry` says what an entry is, or `undefined` where it cannot be read. What stands under a
 * former key is moved when the list is read, and only then removed from there; where there is no room for both, it stays.
 */
export function keptList<T>(
  key: string,
  readEntry: (raw: unknown) => T | undefined,
  former = noFormer,
): KeptList<T> {
  const values = (): readonly unknown[] => {
    const here = unstored.get(key) ?? storedText(key);
    const there = unstored.has(key) ? null : storedText(former.key);
    if (there === null) return valuesIn(here);
    // Last, since a page of the earlier version may have written it after this list was moved.
    const all = [...valuesIn(here), ...valuesIn(there).map(former.renew)];
    const text = textOf(all);
    if (text !== undefined && put(key, text) === undefined) put(former.key, nothing);
    return all;
  };
  return {
    read: () => values().map((raw) => ({ raw, known: readEntry(raw) })),
    write: (entries) => {
      const text = textOf(entries.map(({ raw }) => raw));
      // What is nested too deeply to be written again stays as it is.
      return text === undefined ? 'refused' : store(key, text, former.key);
    },
    onWrittenElsewhere: (listener) => {
      addEventListener('storage', (event) => {
        if (event.key === key || event.key === former.key) listener();
      });
      addEventListener('pageshow', (event) => {
        if (event.persisted) listener();
      });
    },
  };
}

/** Why this browser keeps nothing for us; `undefined` where it does. */
export function whyNothingIsKept(): NotKept | undefined {
  const probe = keyOf('probe', 'storage');
  const reason = put(probe, probe);
  if (reason === undefined) put(probe, nothing);
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

/** To be asked for within `try`: some browsers throw at the mere name. */
function storage(): Storage {
  return isPresented ? sessionStorage : localStorage;
}

function storedText(key: string): string | null {
  if (key === noFormer.key) return null;
  try {
    return storage().getItem(key);
  } catch {
    return null;
  }
}

/** The text of a list without entries, which is not kept. */
const nothing = '[]';

/** The text of a list; `undefined` where a value is nested too deeply for one. */
function textOf(values: readonly unknown[]): string | undefined {
  try {
    return JSON.stringify(values);
  } catch {
    return undefined;
  }
}

/** Stores a list, in place of the former one; where there is no room for both under two keys, under the former. */
function store(key: string, text: string, formerKey: string): NotKept | undefined {
  const isMoved = storedText(formerKey) === null;
  const reason = put(key, text);
  if (reason === undefined) {
    unstored.delete(key);
    if (!isMoved) put(formerKey, nothing);
    return undefined;
  }
  const isOnlyThere = !isMoved && storedText(key) === null;
  if (isOnlyThere && put(formerKey, text) === undefined) {
    unstored.delete(key);
    return undefined;
  }
  unstored.set(key, text);
  return reason;
}

/** Puts a text under a key, or removes what is there. Says why, where that cannot be. */
function put(key: string, text: string): NotKept | undefined {
  try {
    // What may not be read is not overwritten.
    storage().getItem(key);
    if (text === nothing) storage().removeItem(key);
    else storage().setItem(key, text);
    return undefined;
  } catch (error) {
    return isFull(error) ? 'full' : 'refused';
  }
}

/** Some browsers refuse with an empty storage of no size. */
function isFull(error: unknown): boolean {
  return error instanceof Error && /quota/i.test(error.name) && storage().length > 0;
}
