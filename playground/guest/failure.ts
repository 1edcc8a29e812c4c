/** Ends a run: tells the host once why the program cannot go on. */

import type { FailureKind } from '../protocol.ts';
import { describeError } from './describe.ts';
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
export function fail(kind: FailureKind, message: string, transaction: number | undefined, stack = ''): void {
  if (ended) return;
  ended = true;
  emit('failure', json({ kind, message, transaction, stack }));
}

/** Reports what a program threw. `where` is the call, as a person would write it. */
export function failThrown(
  error: unknown,
  where: string,
  transaction = state[current]! || undefined,
  how?: string,
): void {
  const { message, inner, stack, exhausted } = describeError(error, how);
  if (exhausted === true)
    fail('out-of-memory', `The server ran out of memory in ${where}.`, transaction, stack);
  else fail('runtime', `${message} (in ${where})${inner}`, transaction, stack);
}

/** Reports that the engine cannot read the program, so that nothing of it has run. */
export function failUnread(error: unknown): void {
  const { message, stack } = describeError(error);
  fail('compile', message, undefined, stack);
}
