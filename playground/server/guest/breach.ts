/** Notes what a program does wrong with what the server lends it: a count by kind, and the first in words. */

import type { Breach } from '../../protocol.ts';
import { emit } from '../../vm/guest/host.ts';

const counts = new Map<string, number>();

/** The first of a kind goes to the host in words, each later one only as a count at the end. */
export function breach(kind: Breach['kind'], transaction: number | undefined, message: () => string): void {
  const count = counts.get(kind) ?? 0;
  counts.set(kind, count + 1);
  if (count === 0) emit('breach', JSON.stringify({ kind, transaction, message: message() }));
}

/** Hands the counts to the host. */
export function reportBreaches(): void {
  emit('breaches', JSON.stringify([...counts]));
}
