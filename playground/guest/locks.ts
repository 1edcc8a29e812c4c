/** The server's locks: who holds one now, how often each was taken, and how many there are. */

import type { Mutex } from 'server';
import { inFlight } from './fields.ts';
import { emit, json } from './host.ts';
import { state } from './state.ts';
import { cut } from './breach.ts';
import { runningTransaction } from './slots.ts';
import type { Transaction } from './transaction.ts';

interface LockUse {
  acquisitions: number;
  waitMs: number;
}

interface NamedLock {
  readonly mutex: Mutex;
  readonly use: LockUse;
}

/** Locks whose use is told one by one; that of all others is told as one. */
const mostNamed = 100;
/** Characters by which the host tells names apart. */
const longestName = 10_000;
/** A hold in microseconds of more than a minute is no time that a program can have measured. */
const longestHold = 60_000_000;

/** Locks of which it is known one by one which transactions have held them; all others have one bit together. */
const mostTold = 30;

const locks = new Map<string, NamedLock>();
const others: LockUse = { acquisitions: 0, waitMs: 0 };
/** Names of the locks held now; one that is taken again by its holder stands here twice. */
const held: string[] = [];

/** The lock of that name. The host is told of each new name, as it can remember them without a place in this heap. */
export function lockNamed(given: unknown): Mutex {
  const name = String(given);
  const known = locks.get(name);
  if (known !== undefined) return known.mutex;
  emit('lock', name.length > longestName ? name.slice(-longestName) : name);
  if (locks.size >= mostNamed) return createMutex(name, others, 1 << mostTold);
  const use = { acquisitions: 0, waitMs: 0 };
  const mutex = createMutex(name, use, 1 << Math.min(locks.size, mostTold));
  locks.set(name, { mutex, use });
  return mutex;
}

/** Everyone in flight waits while one holds: (in flight − 1) × time held. The rule is a model of a busy mutex. */
function createMutex(name: string, use: LockUse, bit: number): Mutex {
  return Object.freeze({
    hold<T>(work: () => T, microseconds?: number): T {
      if (typeof work !== 'function') throw new TypeError('hold() needs a function to call.');
      use.acquisitions++;
      use.waitMs += (Math.max(0, state[inFlight]! - 1) * timeHeld(microseconds)) / 1000;
      held.push(name);
      bitsHeld.push(bit);
      noteHolder(bit);
      try {
        return work();
      } finally {
        held.pop();
        bitsHeld.pop();
      }
    },
  });
}

/** Bits of the same locks, and of those that were held outside of all calls, which may have been for anybody. */
const bitsHeld: number[] = [];
let heldForAnybody = 0;

function noteHolder(bit: number): void {
  const transaction = runningTransaction();
  if (transaction === undefined) heldForAnybody |= bit;
  else transaction.locked |= bit;
}

/** The locks that are held now, as bits. */
export function lockBits(): number {
  return bitsHeld.reduce((bits, bit) => bits | bit, 0);
}

/** Whether a transaction's code has held one of these locks, as far as that is known. */
export function hasHeldOneOf(bits: number, { locked }: Transaction): boolean {
  return ((locked | heldForAnybody) & bits) !== 0;
}

/** Microseconds; one where the program says nothing that can be a time. */
function timeHeld(microseconds: unknown): number {
  if (typeof microseconds !== 'number') return 1;
  return microseconds >= 0 && microseconds <= longestHold ? microseconds : 1;
}

const none: readonly string[] = [];
/** Sets of locks that were held together, so that a channel needs no list of its own. */
const sets = new Map<string, readonly string[]>();
const mostSets = 100;

/** Names of the locks that the code which runs now holds. */
export function locksHeld(): readonly string[] {
  if (held.length === 0) return none;
  const key = held.join('\n');
  const known = sets.get(key);
  if (known !== undefined) return known;
  const names = [...held];
  if (sets.size < mostSets) sets.set(key, names);
  return names;
}

/** Whether the code that runs now holds one of these locks. */
export function holdsOneOf(names: readonly string[]): boolean {
  return names.some((name) => held.includes(name));
}

/** Hands the use of the locks to the host. */
export function reportLocks(): void {
  const uses = [...locks].map(([name, { use }]): [string, LockUse] => [cut(name), use]);
  emit('locks', json(others.acquisitions > 0 ? [...uses, ['(all others)', others]] : uses));
}
