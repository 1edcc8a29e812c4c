/** The result of a program that never ran, or whose machine was lost: a failure, and what is known without a heap. */

import { judge } from '../analysis/verdict.ts';
import { noChannels } from '../host/guest-messages.ts';
import type { ClassSite, Diagnostic, Failure, RunResult, Sample, Workload } from '../record.ts';

/** Nothing measured but, perhaps, samples; and the verdict that this allows. */
export function emptyResult(known: {
  readonly scenario: string;
  readonly program: string;
  readonly workload: Workload;
  readonly diagnostics: readonly Diagnostic[];
  readonly failure: Failure;
  readonly sites: readonly ClassSite[];
  /** What was streamed before the machine was lost. */
  readonly samples?: readonly Sample[];
}): RunResult {
  const { scenario, program, workload, diagnostics, failure, sites } = known;
  const record = {
    workload,
    samples: known.samples ?? [],
    checkpoints: [],
    survivors: {},
    peak: {},
    breaches: [],
    work: { objects: 0, bytes: 0, sinkCalls: 0, ticks: 0 },
    failure,
    openChannels: 0,
    pendingTimers: 0,
    codeLength: 0,
    loadedBytes: 0,
    usesCollector: false,
    timersFired: 0,
    asksForTime: false,
    longestSilenceMs: 0,
    channels: noChannels,
    lockNames: 0,
    locks: {},
    readings: {},
    alerts: [],
  };
  return {
    scenario,
    program,
    ...record,
    verdict: judge(record, sites, 0),
    checks: [],
    diagnostics,
    elapsedMs: 0,
  };
}
