/** Tells why a machine ended a program from outside. */

import type { Failure, Workload } from '../protocol.ts';
import * as field from '../guest/fields.ts';
import type { Halt } from './machine.ts';
import type { RunParts } from './open-run.ts';
import { ticksPerTransaction } from './watch.ts';

/** Calls and turns of loops of one tick. */
const turnsPerTick = 10_000;

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
    const turns = ticksPerTransaction * turnsPerTick;
    return { kind: 'timeout', what: { type: 'loop without an end', turns }, ...where };
  }
  if (watch.stop === 'endless') {
    const [turns, ended] = [watch.most * turnsPerTick, heap.get(field.ended)];
    const { transactions } = workload;
    return { kind: 'timeout', what: { type: 'too much work', turns, ended, transactions }, ...where };
  }
  if (halt.kind === 'trap') return { kind: 'runtime', what: { type: 'stack exhausted' }, ...where };
  // What is ours fails only where the machine has no more memory to give, or where it told of a failure first.
  if (limit.isReached) {
    return inbox.outOfMemory(transaction ?? heap.get(field.begun), workload.memoryLimit, stack);
  }
  return inbox.failure ?? { kind: 'runtime', what: { type: 'machine failed' }, ...where };
}
