/** Measures a program: the run that the reader asked for, its verdict, then the scenario's checks in shorter runs. */

import { judge } from './analysis/verdict.ts';
import type { CheckResult, MachineAssets, RunRecord, RunRequest, RunResult, Workload } from './protocol.ts';
import type { MeasuredRun, Scenario } from './scenarios/scenario.ts';
import { ProgramRun, type RunListener } from './server/run.ts';

/** Milliseconds of work between two pauses, in which the owner hears messages. */
const sliceMs = 30;

export interface MeasureOptions {
  readonly assets: MachineAssets;
  readonly request: RunRequest;
  readonly scenario: Scenario;
  readonly listener: RunListener;
  /** Called every 30 ms of work; rejects to abandon the measurement. */
  readonly pause: () => Promise<void>;
  /** Called with the verdict, before the checks run. */
  readonly onMeasured: (result: RunResult) => void;
  /** Called before each trial of the checks, which is the `trial`th (from 1) of `trials`. */
  readonly onTrial?: (trial: number, trials: number) => void;
}

/** The whole measurement. Equal requests give equal results but for `elapsedMs`. */
export async function measure(options: MeasureOptions): Promise<RunResult> {
  const { request, scenario, listener, onMeasured } = options;
  const start = performance.now();
  const main = await measureRun(options, request.workload, listener);
  const result = {
    scenario: request.scenario,
    program: request.program,
    ...main,
    checks: [],
    diagnostics: request.diagnostics,
    elapsedMs: Math.round(performance.now() - start),
  };
  onMeasured(result);
  if (!request.checks) return result;
  return {
    ...result,
    checks: await runChecks(options, scenario, main),
    elapsedMs: Math.round(performance.now() - start),
  };
}

/** One run with its verdict, and no checks. */
async function measureRun(
  options: MeasureOptions,
  workload: Workload,
  listener: RunListener,
): Promise<MeasuredRun> {
  const { assets, request, scenario } = options;
  const { settleSeconds } = scenario;
  const run = await ProgramRun.create({
    assets,
    compiled: request.compiled,
    workload,
    settleSeconds,
    listener,
  });
  const record = await playOut(run, options.pause);
  return { ...record, verdict: judge(record, request.compiled.sites, settleSeconds) };
}

async function playOut(run: ProgramRun, pause: () => Promise<void>): Promise<RunRecord> {
  const steps = run.steps();
  let sliceEnd = performance.now() + sliceMs;
  for (;;) {
    const step = steps.next();
    if (step.done === true) return step.value;
    if (performance.now() < sliceEnd) continue;
    await pause();
    sliceEnd = performance.now() + sliceMs;
  }
}

async function runChecks(
  options: MeasureOptions,
  scenario: Scenario,
  main: MeasuredRun,
): Promise<readonly CheckResult[]> {
  const runs = [main];
  const quiet = { onTick: options.listener.onTick ?? (() => undefined) };
  const trials = workloadsOf(scenario, options.request.workload).slice(1);
  for (const [index, workload] of trials.entries()) {
    if (runs.at(-1)?.failure !== undefined) break;
    options.onTrial?.(index + 1, trials.length);
    runs.push(await measureRun(options, workload, quiet));
  }
  return tryChecks(scenario, runs);
}

/** The workloads under which the checks see a program: the main run's, then that of each trial. No trial is eased by a collector. */
export function workloadsOf({ trials, workload }: Scenario, main: Workload): readonly Workload[] {
  const { collectorSeconds } = workload;
  return [main, ...trials.map((trial) => ({ ...main, collectorSeconds, ...trial, samples: 10 }))];
}

/** What each check says of a program's runs. All refuse a program of which one run failed; when all pass, some say more. */
export function tryChecks({ checks }: Scenario, runs: readonly MeasuredRun[]): readonly CheckResult[] {
  const failure = runs.find((run) => run.failure !== undefined)?.failure;
  if (failure !== undefined) {
    const message = `Not tried to the end, since the program failed: ${failure.message}`;
    return checks.map(({ id }) => ({ id, passed: false, message }));
  }
  const results = checks.map(({ id, check }) => withItsRun({ id, ...check(runs) }, check, runs));
  if (results.some(({ passed }) => !passed)) return results;
  return results.map((result, index) => ({
    ...result,
    message: `${result.message} ${checks[index]?.whenAllPass?.(runs) ?? ''}`.trim(),
  }));
}

/** A refusal with the workload of the first run that is refused by itself, where the check does not tell it. */
function withItsRun(
  result: CheckResult,
  check: Scenario['checks'][number]['check'],
  runs: readonly MeasuredRun[],
): CheckResult {
  if (result.passed || result.workload !== undefined) return result;
  const run = runs.find((each) => !check([each]).passed);
  return run === undefined ? result : { ...result, workload: run.workload };
}
