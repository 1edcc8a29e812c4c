/** Measures a program: the run that the reader asked for, its verdict, then the scenario's checks in shorter runs. */

import { judge } from './analysis/verdict.ts';
import { withCompilersFinding } from './compiler/unread.ts';
import type { RunResult, Workload } from './record.ts';
import type { MachineAssets, RunRequest } from './protocol.ts';
import type { MeasuredRun, Scenario } from './scenarios/scenario.ts';
import type { RunListener } from './host/run-options.ts';
import { playOut } from './host/play-out.ts';
import { ProgramRun } from './host/run.ts';

export interface MeasureOptions {
  readonly assets: MachineAssets;
  readonly request: RunRequest;
  readonly scenario: Scenario;
  readonly listener: RunListener;
  /** Called every 30 ms of work; rejects to abandon the measurement. */
  readonly pause: () => Promise<void>;
  /** Called with the verdict, before the checks run. */
  readonly onMeasured: (result: RunResult) => void;
  /** Called before each trial, with its number (from 1) and how many are planned. */
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
  // What judges a program is not needed for its first sample.
  const [{ tryProgram }, { recognisedFix, tryChecks }] = await Promise.all([
    import('./judgement/judgement.ts'),
    import('./judgement/try-checks.ts'),
  ]);
  const quiet = { onTick: listener.onTick ?? (() => undefined) };
  const runs = await tryProgram({
    scenario,
    code: request.compiled.code,
    main,
    play: (workload, mostTicks) => measureRun(options, workload, quiet, mostTicks),
    onTrial: options.onTrial ?? (() => undefined),
  });
  const [{ verdict }] = runs;
  const checks = tryChecks(scenario, runs);
  const recognised = recognisedFix(scenario, runs, checks);
  return {
    ...result,
    verdict,
    checks,
    ...(recognised === undefined ? {} : { recognised }),
    elapsedMs: Math.round(performance.now() - start),
  };
}

/** One run with its verdict, and no checks. */
async function measureRun(
  options: MeasureOptions,
  workload: Workload,
  listener: RunListener,
  mostTicks?: number,
): Promise<MeasuredRun> {
  const { assets, request, scenario } = options;
  const { settleSeconds } = scenario;
  const run = await ProgramRun.create({
    assets,
    compiled: request.compiled,
    workload,
    settleSeconds,
    listener,
    ...(mostTicks === undefined ? {} : { mostTicks }),
  });
  const record = withCompilersFinding(await playOut(run.steps(), options.pause), request.diagnostics);
  const allowances = [...(scenario.allowances ?? []), ...(request.allowances ?? [])];
  return { ...record, verdict: judge(record, request.compiled.sites, settleSeconds, allowances) };
}
