/** What a challenge may ask beyond the checks: that a transaction costs nothing but its resource. */

import type { RunRecord, RunResult } from '../record.ts';
import { turnsPerTransaction } from './lock-turns.ts';
import type { Scenario } from './scenario.ts';

/** Turns at a lock of the server, log channels opened, and instances of the program's classes. */
export type CostName = 'turns' | 'channels' | 'objects';

export interface Cost {
  readonly name: CostName;
  readonly perTransaction: number;
}

/** Each at most so often per transaction: what is done once for all weighs little even in a short run, and the resource is an object. */
const most: Readonly<Record<CostName, number>> = { turns: 0.1, channels: 0.1, objects: 1.1 };

/** What a program spends on each transaction beside its resource. */
export function costsOf(run: Pick<RunRecord, 'locks' | 'work' | 'channels' | 'workload'>): readonly Cost[] {
  const { transactions } = run.workload;
  const costs: readonly Cost[] = [
    { name: 'turns', perTransaction: turnsPerTransaction(run) },
    { name: 'channels', perTransaction: run.channels.opened / transactions },
    { name: 'objects', perTransaction: run.work.objects / transactions },
  ];
  return costs.filter(({ name, perTransaction }) => perTransaction > most[name]);
}

/** Whether a result passes the scenario's challenge: all its checks, and no cost where the scenario is frugal. */
export function passesChallenge({ frugal }: Pick<Scenario, 'frugal'>, result: RunResult): boolean {
  const { checks } = result;
  const passed = checks.length > 0 && checks.every((check) => check.passed);
  return passed && (frugal !== true || costsOf(result).length === 0);
}
