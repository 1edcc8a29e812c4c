/** Notes what a program does wrong with what the server lends it: a count by kind, and what was seen of the first. */

import type { Breach } from '../record.ts';
import type { BreachDetail, GivenId } from './breach-detail.ts';
import { emit, json } from './host.ts';

const counts = new Map<Breach['kind'], number>();

/**
 * The first of a kind goes to the host with what was seen, each later one only as a count at the end. What cannot be told,
 * because it resists, costs the detail and not the breach.
 */
export function breach(
  kind: Breach['kind'],
  transaction: number | undefined,
  what: () => BreachDetail,
): void {
  const count = counts.get(kind) ?? 0;
  counts.set(kind, count + 1);
  if (count === 0) emit('breach', json({ kind, transaction, what: detailOf(what) }));
}

function detailOf(what: () => BreachDetail): BreachDetail {
  try {
    return what();
  } catch {
    return { type: 'unshowable' };
  }
}

/** The beginning of a text that is to be told: at most `most` characters. */
export function cut(text: string, most = 200): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** A transaction's id, or what was given in place of one. */
export function givenId(id: unknown): GivenId {
  if (typeof id !== 'bigint') return { type: 'no id', of: typeof id };
  return id >= 0n && id < 1n << 64n ? { type: 'id', id: String(id) } : { type: 'too large' };
}

/** Hands the counts to the host. */
export function reportBreaches(): void {
  emit('breaches', json([...counts]));
}
