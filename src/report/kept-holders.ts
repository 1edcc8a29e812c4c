/** What a reader typed about the registries of their own service: kept in this browser, and in no record. */

import { keptList, type NotKept } from '#src/kept/browser-storage.ts';
import { keyOf } from '#src/kept/keys.ts';

/** One registry, with what was typed about it: by the names of the lines of `src/strings/en/checklist.ts`, and `decision`. */
export interface Holder {
  /** Tells holders apart, whatever they are called. */
  readonly id: number;
  readonly answers: Readonly<Record<string, string>>;
}

/** The most that is kept: registries, and characters of one answer. */
export const mostHolders = 20;
export const mostCharacters = 1000;

const list = keptList(keyOf('checklist', 'holders'), holderIn);

/** The holder that a stored value is; `undefined` where it is broken, too long, or of a later version of the site. */
function holderIn(raw: unknown): Holder | undefined {
  const { v, id, answers } = (raw ?? {}) as Readonly<Record<string, unknown>>;
  if (v !== 1 || typeof id !== 'number' || typeof answers !== 'object' || answers === null) return undefined;
  const texts = Object.entries(answers).filter((entry): entry is [string, string] => isAnswer(entry[1]));
  return texts.length === Object.keys(answers).length
    ? { id, answers: Object.fromEntries(texts) }
    : undefined;
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'string' && value.length <= mostCharacters;
}

/** All that was typed and that this version of the site can read. */
export function readHolders(): readonly Holder[] {
  return list.read().flatMap(({ known }) => known ?? []);
}

/** Keeps these in place of what `readHolders` gives. Says why, where that cannot be: then they last as long as the page. */
export function writeHolders(holders: readonly Holder[]): NotKept | undefined {
  const unread = list.read().filter(({ known }) => known === undefined);
  const read = holders.map((known) => ({ raw: { v: 1, ...known }, known }));
  return list.write([...unread, ...read]);
}

/** Calls back when another page of this browser may have written. */
export function onHoldersElsewhere(listener: () => void): void {
  list.onWrittenElsewhere(listener);
}

/** An empty holder after these, of the same service as the last of them. */
export function nextHolder(holders: readonly Holder[]): Holder {
  const id = Math.max(Date.now(), ...holders.map((holder) => holder.id + 1));
  const service = holders.at(-1)?.answers['service'] ?? '';
  return { id, answers: service === '' ? {} : { service } };
}

/** Whether anything was typed about a holder beyond its service. */
export function isFilled({ answers: typed }: Holder): boolean {
  return Object.entries(typed).some(([name, text]) => name !== 'service' && text.trim() !== '');
}
