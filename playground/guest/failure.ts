/** Ends a run: tells the host once why the program cannot go on. */

import type { FailureKind } from '../record.ts';
import { describeThrown } from './describe.ts';
import type { Place, ProgramFailure } from './failure-detail.ts';
import { current } from './fields.ts';
import { emit, json } from './host.ts';
import { state } from './state.ts';

let ended = false;

/** Never comes back: the host ends the machine here, past every `catch` and `finally` of the program. */
export function halt(): never {
  emit('halt', '');
  for (;;);
}

/** Whether the program has failed. */
export function hasFailed(): boolean {
  return ended;
}

/** Reports a failure, unless one was reported before; `stack` leads to its line. */
export function fail(
  kind: FailureKind,
  what: ProgramFailure,
  transaction: number | undefined,
  stack = '',
): void {
  if (ended) return;
  ended = true;
  emit('failure', json({ kind, what, transaction, stack }));
}

/** Reports what a program threw there; `rejected` where it was given as the reason of a promise. */
export function failThrown(
  error: unknown,
  where: Place,
  transaction = state[current]! || undefined,
  type: 'thrown' | 'rejected' = 'thrown',
): void {
  const { thrown, stack, exhausted } = describeThrown(error);
  if (exhausted === true) fail('out-of-memory', { type: 'no more memory', where }, transaction, stack);
  else fail('runtime', { type, thrown, where }, transaction, stack);
}

/** Reports that the engine cannot read the program, so that nothing of it has run. */
export function failUnread(error: unknown): void {
  const { thrown, stack } = describeThrown(error);
  fail('compile', { type: 'unread', thrown }, undefined, stack);
}
