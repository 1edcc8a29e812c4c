/** Judges a program by more than one run: the reader's own, longer ones where that does not decide, and trials. */

import {
  decidedBy,
  excused,
  findingsOf,
  grows,
  hasLargeCache,
  isClean,
  judgeByTime,
  lengthened,
  mostEscalations,
  outgrows,
  type Play,
} from './escalation.ts';
import type { Verdict } from './protocol.ts';
import type { MeasuredRun, Scenario } from './scenarios/scenario.ts';
import { planTrials } from './trials.ts';
import { tryChecks } from './try-checks.ts';

/** A program whose main run has been made. */
export interface ProgramUnderTrial {
  readonly scenario: Scenario;
  /** Its compiled code, from which lengths and seeds of the trials are drawn. */
  readonly code: string;
  readonly main: MeasuredRun;
  /** Plays one more run and gives it with its verdict. */
  readonly play: Play;
  /** Called before each trial, with its number (from 1) and how many are planned. */
  readonly onTrial: (trial: number, trials: number) => void;
}

/** The reader's own run, with a verdict that longer runs have helped to reach, and behind it the trials. */
export async function tryProgram({
  scenario,
  code,
  main,
  play,
  onTrial,
}: ProgramUnderTrial): Promise<readonly [MeasuredRun, ...MeasuredRun[]]> {
  if (main.failure !== undefined) return [main];
  const decided = await decide(main, play);
  const leaks = findingsOf(decided.verdict).some(grows);
  const trials = planTrials(scenario, code, { ...main, leaks, hasLargeCache: hasLargeCache(decided) });
  const runs: MeasuredRun[] = [];
  for (const [index, { purpose, workload }] of trials.entries()) {
    onTrial(index + 1, trials.length);
    const run = await play(workload);
    // A day in which timers do too much is not tried to its end, and tells nothing.
    if (purpose === 'slow day' && run.failure?.kind === 'timeout') continue;
    runs.push(leaks ? run : await decide(run, play, decided, purpose !== 'long'));
    // A program that is refused already need not stand the long trials that come last.
    if (run.failure !== undefined) break;
    if (!leaks && trials[index + 1]?.purpose === 'long' && isRefused(scenario, [decided, ...runs])) break;
  }
  return [decided, ...runs];
}

/**
 * A run as it is, where its verdict is clear; where it is not, with the verdict that longer runs give, and one in which
 * time passes slowly, if the program looks at the time. `main` is given for a trial: the reader's own run; what that one
 * has shown to be bounded may be excused.
 */
async function decide(
  run: MeasuredRun,
  play: Play,
  main?: MeasuredRun,
  excuses = false,
): Promise<MeasuredRun> {
  const verdictOf = (of: MeasuredRun): Verdict =>
    main !== undefined && excuses ? excused(of, main) : of.verdict;
  let verdict = verdictOf(run);
  let last = run;
  for (let turn = 0; turn < mostEscalations; turn++) {
    const findings = findingsOf(verdict);
    if (last.failure !== undefined || findings.every(isClean)) break;
    // What grows in the run that the reader asked for leaks; in a short trial it may only be a large cache.
    if (findings.some(grows) && (main === undefined || (turn > 1 && outgrows(last, main)))) break;
    const workload = lengthened(last);
    if (workload === undefined) break;
    last = await play(workload);
    verdict = main === undefined ? decidedBy(verdict, last) : verdictOf(last);
  }
  if (last.failure !== undefined && last !== run) return { ...run, verdict };
  const final = { ...(main === undefined ? run : last), verdict };
  const isSlow = (run.workload.steady?.pace ?? 1) > 1;
  if (!run.asksForTime || isSlow || findingsOf(verdict).every(isClean)) return final;
  return { ...final, verdict: await judgeByTime({ ...last, verdict }, play) };
}

function isRefused(scenario: Scenario, runs: readonly MeasuredRun[]): boolean {
  return tryChecks(scenario, runs).some(({ passed }) => !passed);
}
