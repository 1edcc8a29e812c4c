/** Puts into words why a machine ended a program from outside. */

import type { Failure, Workload } from '../protocol.ts';
import * as field from '../guest/fields.ts';
import type { Halt } from './machine.ts';
import type { RunParts } from './open-run.ts';
import { ticksPerTransaction } from './watch.ts';

/** The failure that a halt amounts to, with the reader's line where the machine's stack shows it. */
export function failureOf(halt: Halt, { watch, heap, inbox, limit }: RunParts, workload: Workload): Failure {
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
    const [turns, served] = [watch.most * 10_000, heap.get(field.ended)];
    const message = `The run took more than ${turns.toLocaleString('en')} calls and loop turns and had finished ${served.toLocaleString('en')} of ${workload.transactions.toLocaleString('en')} transactions; run fewer, or let each do less.`;
    return { kind: 'timeout', message, ...where };
  }
  if (halt.kind === 'trap') {
    return {
      kind: 'runtime',
      message: 'The call stack is exhausted; does a function call itself without end?',
      ...where,
    };
  }
  // What is ours fails only where the machine has no more memory to give, or where it told of a failure first.
  if (limit.isReached) {
    return inbox.outOfMemory(transaction ?? heap.get(field.begun), workload.memoryLimit, stack);
  }
  return inbox.failure ?? { kind: 'runtime', message: 'The machine failed.', ...where };
}
