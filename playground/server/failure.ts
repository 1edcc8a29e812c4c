/** Puts into words why a machine ended a program from outside. */

import type { Failure, Workload } from '../protocol.ts';
import * as field from '../vm/guest/fields.ts';
import type { Halt } from '../vm/machine.ts';
import type { Heap } from './heap.ts';
import type { Inbox } from './inbox.ts';
import { ticksPerTransaction, type Watch } from './watch.ts';

/** The failure that a halt amounts to, with the reader's line where the machine's stack shows it. */
export function failureOf(halt: Halt, watch: Watch, heap: Heap, inbox: Inbox, workload: Workload): Failure {
  const transaction = heap.get(field.current) || undefined;
  const { stack } = halt;
  if (watch.stop === 'out-of-memory') {
    return inbox.outOfMemory(transaction ?? heap.get(field.begun), workload.memoryLimit, stack);
  }
  const line = inbox.lineOf(stack);
  const where = {
    ...(line === undefined ? {} : { line }),
    ...(transaction === undefined ? {} : { transaction }),
  };
  if (watch.stop === 'timeout') {
    const turns = (ticksPerTransaction * 10_000).toLocaleString('en');
    const message = `The program did not come back within ${turns} calls and loop turns; is there a loop without an end?`;
    return { kind: 'timeout', message, ...where };
  }
  if (watch.stop === 'endless') {
    return { ...tooMuch(watch.most * 10_000, 'calls and loop turns', heap, workload), ...where };
  }
  if (halt.kind === 'trap') {
    return {
      kind: 'runtime',
      message: 'The call stack is exhausted; does a function call itself without end?',
      ...where,
    };
  }
  // What is ours fails only where the machine has no more memory to give, or where it told of a failure first.
  if (heap.bytes > workload.memoryLimit) {
    return inbox.outOfMemory(transaction ?? heap.get(field.begun), workload.memoryLimit, stack);
  }
  return inbox.failure ?? { kind: 'runtime', message: 'The machine failed.', ...where };
}

/** The end of a run that goes on and on, though its steps cost next to nothing. */
export function tooManyRounds(rounds: number, heap: Heap, workload: Workload): Failure {
  return tooMuch(rounds - 1, 'steps of the server, most likely of timers,', heap, workload);
}

function tooMuch(most: number, what: string, heap: Heap, { transactions }: Workload): Failure {
  const [limit, served, all] = [most, heap.get(field.ended), transactions].map((n) => n.toLocaleString('en'));
  const message = `The run took more than ${limit} ${what} and had finished ${served} of ${all} transactions; run fewer, or let each do less.`;
  return { kind: 'timeout', message };
}
