/** Notes what a program does wrong with what the server lends it: a count by kind, and the first in words. */

import type { Breach } from '../protocol.ts';
import { emit, json } from './host.ts';

/** Characters of a message that reach the reader. */
const longest = 500;

const counts = new Map<Breach['kind'], number>();

/**
 * The first of a kind goes to the host in words, each later one only as a count at the end. Words that cannot be found,
 * because what is to be shown resists, cost the message and not the breach.
 */
export function breach(kind: Breach['kind'], transaction: number | undefined, message: () => string): void {
  const count = counts.get(kind) ?? 0;
  counts.set(kind, count + 1);
  if (count === 0) emit('breach', json({ kind, transaction, message: wordsOf(message) }));
}

function wordsOf(message: () => string): string {
  try {
    return cut(message(), longest);
  } catch {
    return 'what the program gave cannot be put into words.';
  }
}

/** The beginning of a text, for a message: at most `most` characters. */
export function cut(text: string, most = 200): string {
  return text.length > most ? `${text.slice(0, most)}…` : text;
}

/** A transaction's id, or what was given in place of one, for a message. */
export function showId(id: unknown): string {
  if (typeof id !== 'bigint')
    return `${typeof id === 'object' ? 'an object' : `a ${typeof id}`}, which is no id`;
  return id >= 0n && id < 1n << 64n ? String(id) : 'a number of more than 64 bits';
}

/** Hands the counts to the host. */
export function reportBreaches(): void {
  emit('breaches', json([...counts]));
}
