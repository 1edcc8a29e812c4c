/** Tells why a machine ended a program from outside. */

import type { Failure, Workload } from '../record.ts';
import * as field from '../guest/fields.ts';
import type { Halt } from './machine.ts';
import type { RunParts } from './open-run.ts';
import { ticksPerTransaction } from './tick-budget.ts';

/** Calls and turns of loops of one tick. */
export const turnsPerTick = 10_000;

/** The failure that a halt amounts to, with the reader's line where the machine's stack shows it. */
export function failureOf(
  halt: Halt,
  { budget, heap, guestMessages, limit }: RunParts,
  workload: Workload,
): Failure {
  const transaction = heap.get(field.current) || undefined;
  const { stack } = halt;
  if (budget.stop === 'out-of-memory') {
    return guestMessages.outOfMemory(transaction ?? heap.get(field.begun), workload.memoryLimit, stack);
  }
  const line = guestMessages.lineOf(stack);
  const where = {
    ...(line === undefined ? {} : { line }),
    ...(transaction === undefined ? {} : { transaction }),
  };
  if (budget.stop === 'timeout') {
    const turns = ticksPerTransaction * turnsPerTick;
    return { kind: 'timeout', what: { type: 'loop without an end', turns }, ...where };
  }
  if (budget.stop === 'endless') {
    const [turns, ended] = [budget.most * turnsPerTick, heap.get(field.ended)];
    const { transactions } = workload;
    return { kind: 'timeout', what: { type: 'too much work', turns, ended, transactions }, ...where };
  }
  if (halt.kind === 'trap') return { kind: 'runtime', what: { type: 'stack exhausted' }, ...where };
  // What is ours fails only where the machine has no more memory to give, or where it told of a failure first.
  if (limit.isReached) {
    return guestMessages.outOfMemory(transaction ?? heap.get(field.begun), workload.memoryLimit, stack);
  }
  return guestMessages.failure ?? { kind: 'runtime', what: { type: 'machine failed' }, ...where };
}
