/** Plays the first transactions of one of our programs call by call, and notes the log line and what is alive after each. */

import { calls, type CallName } from '#playground/guest/call-order.ts';
import { readAssets } from '#playground/node/assets.ts';
import type { Counts, LogLine } from '#playground/record.ts';
import { ProgramRun } from '#playground/host/run.ts';
import { scenarioOf, scenarioPrograms } from '#src/recorded/recorded-run.ts';

/** One call of the driver into the program. */
export interface TracedCall {
  /** Number of the transaction, from 1. */
  readonly transaction: number;
  readonly call: CallName;
  /** The line that arrived in the server's log; absent for the constructor, which logs nothing. */
  readonly line?: LogLine;
  /** Live objects by class when the call has returned; after a disposal, when the driver has let the resource go. */
  readonly live: Counts;
}

/** The calls of the first `transactions` transactions, one after another. Throws when the program does not run through. */
export async function traceTransactions(
  id: string,
  program: string,
  transactions: number,
): Promise<readonly TracedCall[]> {
  const log: LogLine[] = [];
  const run = await createRun(id, program, transactions, log);
  const traced: TracedCall[] = [];
  const steps = run.steps();
  let step = steps.next();
  for (; step.done !== true && traced.length < transactions * calls.length; step = steps.next()) {
    const { live, created } = run.observe();
    const last = traced.at(-1);
    const began = (created['CnchServerResource'] ?? 0) > (last?.transaction ?? 0);
    const line = log.splice(0)[0];
    if (began || line !== undefined) traced.push(tracedCall(traced.length, live, line));
  }
  if (traced.length < transactions * calls.length || traced.some(isOutOfStep)) {
    throw new Error(`${id}: the calls of ${program}.ts cannot be told apart.`);
  }
  return traced;
}

/** Whether a transaction has not begun, is in flight, or is over. */
export type TransactionState = 'none' | 'alive' | 'ended';

/**
 * The state of each transaction after each call, for a picture of the objects. `classes` are the resource's and the logger's.
 * Throws when the counts say otherwise than such a picture: one resource in flight, one logger for each that has begun.
 */
export function transactionStates(
  trace: readonly TracedCall[],
  [resource = '', logger = '']: readonly string[],
): readonly (readonly TransactionState[])[] {
  const all = trace.at(-1)?.transaction ?? 0;
  return trace.map(({ transaction, call, live }) => {
    const states = Array.from({ length: all }, (_, index): TransactionState => {
      if (index + 1 > transaction) return 'none';
      return index + 1 === transaction && call !== 'dispose' ? 'alive' : 'ended';
    });
    const alive = states.filter((state) => state === 'alive').length;
    if (live[resource] !== alive || live[logger] !== transaction) {
      throw new Error(
        `After ${call} of transaction ${transaction} the picture would not show what was counted.`,
      );
    }
    return states;
  });
}

function tracedCall(index: number, live: Counts, line: LogLine | undefined): TracedCall {
  const transaction = 1 + Math.floor(index / calls.length);
  const call = calls[index % calls.length] ?? 'dispose';
  return { transaction, call, live, ...(line === undefined ? {} : { line }) };
}

/** Whether a step is not what its place in the transaction says: its line names another call, or there is none. */
function isOutOfStep({ call, line, transaction }: TracedCall): boolean {
  if (call === 'constructor') return line !== undefined;
  return line === undefined || !line.text.startsWith(call) || line.transaction !== transaction;
}

async function createRun(
  id: string,
  program: string,
  transactions: number,
  log: LogLine[],
): Promise<ProgramRun> {
  const { workload, settleSeconds } = await scenarioOf(id);
  const found = (await scenarioPrograms(id)).find(({ name }) => name === program);
  if (found === undefined) throw new Error(`${id} has no program '${program}'.`);
  return ProgramRun.create({
    assets: await readAssets(),
    compiled: found.compiled,
    workload: { ...workload, transactions, concurrency: 1, samples: 1 },
    settleSeconds,
    listener: { onLog: (line) => void log.push(line) },
  });
}
