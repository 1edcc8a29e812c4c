/** Plays a program's runs until its scenario's checks have said enough of it. */

import { judge } from '../analysis/verdict.ts';
import { readAssets } from '../node/assets.ts';
import type { CheckResult, CompiledProgram, Workload } from '../record.ts';
import { ProgramRun } from '../host/run.ts';
import { tryChecks } from '../judgement/try-checks.ts';
import type { MeasuredRun, Scenario } from '../scenarios/scenario.ts';

const assets = readAssets();

/** When a run may be left: at a new kind of breach, if with `standIn` for all its other findings it is enough. */
interface Exit {
  readonly standIn: MeasuredRun;
  readonly isEnough: (run: MeasuredRun) => boolean;
}

/** One run with its verdict. */
export async function play(
  { settleSeconds }: Scenario,
  compiled: CompiledProgram,
  workload: Workload,
  exit?: Exit,
  mostTicks?: number,
): Promise<MeasuredRun> {
  const bound = mostTicks === undefined ? {} : { mostTicks };
  const options = { assets: await assets, compiled, workload, settleSeconds, listener: {}, ...bound };
  const run = await ProgramRun.create(options);
  const steps = run.steps();
  let seen = 0;
  for (;;) {
    const step = steps.next();
    if (step.done === true)
      return { ...step.value, verdict: judge(step.value, compiled.sites, settleSeconds) };
    if (exit === undefined || run.breaches.length === seen) continue;
    const soFar = { ...exit.standIn, breaches: run.breaches };
    if (exit.isEnough(soFar)) return soFar;
    seen = soFar.breaches.length;
  }
}

/** How a program is tried that ought to be refused. */
export interface Trial {
  readonly scenario: Scenario;
  /** A right program's runs. They set the workloads, and stand in for runs not made yet: a check finds all that it looks for. */
  readonly right: readonly MeasuredRun[];
  /** Whether it is settled by what the checks refuse so far. */
  readonly isEnough: (refusals: readonly CheckResult[]) => boolean;
  /**
   * Whether any sign will do: then the shortest run comes first, and none goes on for longer than it must. Otherwise the
   * runs come in a reader's order and go on to their end, as a failure there would change what the checks say.
   */
  readonly hasty: boolean;
}

/** What the checks refuse in a program, after no more runs than that takes. */
export async function refusalsOf(
  { scenario, right, isEnough, hasty }: Trial,
  compiled: CompiledProgram,
): Promise<readonly CheckResult[]> {
  const order = [...right.entries()];
  if (hasty) order.sort(([, a], [, b]) => a.workload.transactions - b.workload.transactions);
  const runs = [...right];
  let refusals: readonly CheckResult[] = [];
  for (const [index, standIn] of order) {
    const suffices = (run: MeasuredRun): boolean => {
      runs[index] = run;
      refusals = tryChecks(scenario, runs).filter(({ passed }) => !passed);
      return isEnough(refusals);
    };
    const exit = hasty ? { standIn, isEnough: suffices } : undefined;
    if (suffices(await play(scenario, compiled, standIn.workload, exit))) break;
  }
  return refusals;
}
