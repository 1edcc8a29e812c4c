/** Judges a program by more than one run: the reader's own, longer ones where that does not decide, and trials. */

import {
  decidedBy,
  excused,
  findingsOf,
  grows,
  growsSlightly,
  hasLargeCache,
  isFilling,
  lengthened,
  mostConfirmations,
  mostEscalations,
  mostTicks,
  ofLength,
  type Play,
} from './escalation.ts';
import type { Workload } from '../record.ts';
import { lengthThatTellsLeftOpen } from '../scenarios/left-open.ts';
import type { MeasuredRun, Scenario } from '../scenarios/scenario.ts';
import { judgeByTime } from './time-outs.ts';
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
  play: playUpTo,
  onTrial,
}: ProgramUnderTrial): Promise<readonly [MeasuredRun, ...MeasuredRun[]]> {
  if (main.failure !== undefined) return [main];
  const most = mostTicks(main);
  const play: Play = (workload) => playUpTo(workload, most);
  const decided = isRefusedOtherwise(scenario, [main]) ? main : await decide(main, play, most);
  const leaks = findingsOf(decided.verdict).some(grows);
  const trials = planTrials(scenario, code, { ...main, leaks, hasLargeCache: hasLargeCache(decided) });
  const runs = await toldByLonger(decided, play, most);
  for (const [index, { purpose, workload }] of trials.entries()) {
    onTrial(index + 1, trials.length);
    if (purpose === 'long') {
      // A program that is refused already need not stand the longest trial, which comes last.
      if (isRefused(scenario, [decided, ...runs])) break;
      return [decided, ...(await decideByLong(decided, runs, workload, play))];
    }
    const run = await play(workload);
    // A day in which timers do too much is not tried to its end, and tells nothing.
    // Nor does a trial of a program whose leak makes it slower and slower.
    if ((leaks || purpose === 'slow day') && run.failure?.kind === 'timeout') continue;
    if (purpose === 'finalizers') runs.push({ ...run, sparesMemory: true });
    else runs.push(leaks ? run : await confirm(run, decided, play));
    if (run.failure !== undefined) break;
  }
  return [decided, ...runs];
}

/** A longer run where the reader's own does not tell whether more and more of what is lent stays open; of memory it is silent. */
async function toldByLonger(run: MeasuredRun, play: Play, most: number): Promise<MeasuredRun[]> {
  const asked = lengthThatTellsLeftOpen(run);
  const workload = asked === 0 ? undefined : ofLength(asked, run, most);
  const longer = workload && (await play(workload));
  return longer === undefined || longer.failure !== undefined ? [] : [{ ...longer, sparesMemory: true }];
}

/** Whether the scenario refuses a program for something else than that it leaks, or may leak. */
function isRefusedOtherwise(scenario: Scenario, runs: readonly MeasuredRun[]): boolean {
  return tryChecks(scenario, runs).some(({ id, passed }) => id !== 'no-leak' && !passed);
}

function isRefused(scenario: Scenario, runs: readonly MeasuredRun[]): boolean {
  const leaks = ({ verdict, sparesMemory }: MeasuredRun): boolean =>
    sparesMemory !== true && findingsOf(verdict).some(grows);
  return runs.some(leaks) || isRefusedOtherwise(scenario, runs);
}

/**
 * The longest trial, with what the others have left open: where it is clear, under all conditions at once, the short ones
 * were only too short to tell.
 */
async function decideByLong(
  main: MeasuredRun,
  runs: readonly MeasuredRun[],
  workload: Workload,
  play: Play,
): Promise<readonly MeasuredRun[]> {
  const most = mostTicks(main);
  const isOpen = ({ verdict, sparesMemory }: MeasuredRun): boolean =>
    !verdict.leakFree && sparesMemory !== true;
  const conditions = { failureRate: 0.3, sharedIdRate: 0.2 };
  const first = await play(runs.some(isOpen) ? { ...workload, ...conditions } : workload);
  // Failures and shared ids leave less in a large cache, which has still to fill.
  const longer = isFilling(first, main) ? lengthened(first, most) : undefined;
  const filled = longer === undefined ? undefined : await play(longer);
  const long = await decide(filled?.failure === undefined ? (filled ?? first) : first, play, most);
  const isClear = long.failure === undefined && long.verdict.leakFree;
  return [...runs.map((run) => (isClear && isOpen(run) ? { ...run, verdict: long.verdict } : run)), long];
}

/** A short trial in which something grows, with the verdict on one long enough for it to have stopped; else as it is. */
async function confirm(run: MeasuredRun, main: MeasuredRun, play: Play): Promise<MeasuredRun> {
  let last = { ...run, verdict: excused(run, main) };
  for (let turn = 0; turn < mostConfirmations && findingsOf(last.verdict).some(grows); turn++) {
    const workload = turn > 0 && growsWithoutFailures(last) ? undefined : lengthened(last, mostTicks(main));
    if (workload === undefined) break;
    const longer = await play(turn > 0 ? withFailures(workload) : workload);
    if (longer.failure !== undefined) break;
    last = { ...longer, verdict: excused(longer, main) };
  }
  // What is only undecided is left to the longest trial.
  return findingsOf(last.verdict).some(grows) ? judgedByTime(last, play) : last;
}

/** What follows failures alone comes to its bound soonest where all fail: then half the length is enough. */
function withFailures(workload: Workload): Workload {
  if (workload.failureRate === 1) return workload;
  return { ...workload, failureRate: 1, transactions: Math.ceil(workload.transactions / 2) };
}

/** Whether more of a class is left than failures explain: a bound on what is kept of failures takes long to reach. */
function growsWithoutFailures({ verdict, workload }: MeasuredRun): boolean {
  return Object.values(verdict.classes).some(
    (finding) => grows(finding) && finding.perTransaction > workload.failureRate,
  );
}

/** The run with its verdict, in which time-outs count where the program looks at the time. */
async function judgedByTime(run: MeasuredRun, play: Play): Promise<MeasuredRun> {
  const isSlow = (run.workload.steady?.pace ?? 1) > 1;
  if (!run.asksForTime || isSlow || run.verdict.leakFree) return run;
  return { ...run, verdict: await judgeByTime(run, play) };
}

/**
 * A run as it is, where its verdict is clear; where it is not, with the verdict that longer runs give, and one in which
 * time passes slowly, if the program looks at the time.
 */
async function decide(run: MeasuredRun, play: Play, most: number): Promise<MeasuredRun> {
  let verdict = run.verdict;
  let last = run;
  // Checkpoints that fall on a saw's teeth, each a little higher, look like a slight growth; at another length they do not.
  let isConfirmed = false;
  for (let turn = 0; turn < mostEscalations && !verdict.leakFree; turn++) {
    const isPlain = findingsOf(verdict).some(grows) && (isConfirmed || !growsSlightly(verdict));
    const workload = isPlain ? undefined : lengthened(last, most);
    if (workload === undefined) break;
    const longer = await play(workload);
    if (longer.failure !== undefined) return { ...run, verdict };
    isConfirmed = growsSlightly(verdict);
    verdict = decidedBy(verdict, last, longer);
    last = longer;
  }
  const { verdict: final } = await judgedByTime({ ...last, verdict }, play);
  return { ...run, verdict: final };
}
