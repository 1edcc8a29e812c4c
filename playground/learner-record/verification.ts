/** Verifies what records say was passed: each program is compiled and judged again, equal ones once. */

import type { Compilation } from '../compiler/compile.ts';
import type { RunRequest } from '../protocol.ts';
import type { RunResult } from '../record.ts';
import { workloadFault } from '../workload.ts';
import { type LearnerRecord, type RecordedPass, unpackedRun } from './learner-record.ts';

/**
 * What a record's challenge is worth: `verified`: its program passes here and now. `older version`: it was passed under
 * another version of the scenario or the machine; whether it passes today, `passesNow` says. `does not pass`: it was passed
 * under this version, says the record, and does not pass. `course solution`: the program is one of the course's own, in
 * whatever dress. `no program`: a pass that came without one. `not tried`: no pass.
 */
export type ChallengeStatus =
  'verified' | 'older version' | 'does not pass' | 'course solution' | 'no program' | 'not tried';

/** One challenge of a record, with the pass that speaks best for it. */
export interface VerifiedChallenge {
  readonly scenario: string;
  readonly status: ChallengeStatus;
  /** Whether the program passes under the version of today; absent where none was judged. */
  readonly passesNow?: boolean;
  readonly pass?: RecordedPass;
  /** What its run came to; absent where there was none. */
  readonly result?: RunResult;
}

/** What records are verified against: the version of today. */
export interface Version {
  readonly machineHash: string;
  /** The scenarios with a challenge, in the order of the course, with their hashes. */
  readonly scenarioHashes: ReadonlyMap<string, string>;
  /** The shapes of a scenario's right programs. */
  readonly solutions: (scenario: string) => Promise<ReadonlySet<string>>;
  /** Whether a result passes the scenario's challenge. */
  readonly passes: (scenario: string, result: RunResult) => Promise<boolean>;
}

/** The means to compile and to run. */
export interface VerifyingMachine {
  /** `undefined` when it was called off. */
  readonly compile: (program: string) => Promise<Compilation | undefined>;
  /** The shape of compiled code, as `programShape` makes it. */
  readonly shape: (code: string) => Promise<string>;
  /** Plays runs with their checks, one after another in each. */
  readonly lanes: readonly ((request: RunRequest) => Promise<Played>)[];
  /** Called between records, so that whoever lives on the same thread gets a turn. */
  readonly pause?: () => Promise<void>;
}

/** What a run came to; `lost` where the program took its worker along, `undefined` when it was called off. */
export type Played = RunResult | 'lost' | undefined;

interface Verifying {
  readonly version: Version;
  readonly machine: VerifyingMachine;
  /** What was judged before, and where what is judged now is added: after a stop it goes on from there. */
  readonly judged?: Map<string, Judged>;
  /** Called after each program that was judged, equal ones together. */
  readonly onProgress?: (done: number, all: number) => void;
}

/** A program, still packed, in the workload in which it passed. */
interface Job {
  readonly scenario: string;
  readonly run: NonNullable<RecordedPass['run']>;
}

/** What a program came to. */
export interface Judged {
  readonly isSolution: boolean;
  readonly passes: boolean;
  readonly result?: RunResult;
}

/** For each record its challenges, in the order of the version's; `undefined` where verifying was called off first. */
export async function verifyRecords(
  records: readonly LearnerRecord[],
  { version, machine, judged = new Map(), onProgress }: Verifying,
): Promise<readonly (readonly VerifiedChallenge[])[] | undefined> {
  const jobs = new Map<string, Job>();
  for (const { passes } of records) {
    for (const job of passes.flatMap(jobsOf)) jobs.set(keyOf(job), job);
    await machine.pause?.();
  }
  const waiting = [...jobs].filter(([key]) => !judged.has(key));
  let left = waiting.length;
  const work = async (play: VerifyingMachine['lanes'][number]): Promise<void> => {
    for (let next = waiting.shift(); next !== undefined; next = waiting.shift()) {
      const [key, job] = next;
      const outcome = await judge(job, version, machine, play);
      if (outcome === undefined) return;
      judged.set(key, outcome);
      left--;
      onProgress?.(jobs.size - left, jobs.size);
    }
  };
  await Promise.all(machine.lanes.map(work));
  if (left > 0) return undefined;
  const told: (readonly VerifiedChallenge[])[] = [];
  for (const record of records) {
    told.push(challengesOf(record, version, (job) => judged.get(keyOf(job))));
    await machine.pause?.();
  }
  return told;
}

function jobsOf({ scenario, run }: RecordedPass): readonly Job[] {
  return run === undefined ? [] : [{ scenario, run }];
}

/** The same for jobs that must come to the same: equal programs are packed alike. */
function keyOf({ scenario, run: { program, workload, allowances } }: Job): string {
  return JSON.stringify([scenario, program, workload, allowances]);
}

async function judge(
  { scenario, run: packed }: Job,
  version: Version,
  machine: VerifyingMachine,
  play: VerifyingMachine['lanes'][number],
): Promise<Judged | undefined> {
  const fails: Judged = { isSolution: false, passes: false };
  if (!version.scenarioHashes.has(scenario) || workloadFault(packed.workload) !== undefined) return fails;
  const run = unpackedRun(packed);
  const compilation = await machine.compile(run.program);
  if (compilation === undefined) return undefined;
  const { compiled, diagnostics } = compilation;
  if (compiled === undefined) return fails;
  const isSolution = (await version.solutions(scenario)).has(await machine.shape(compiled.code));
  const { workload, allowances } = run;
  const request: RunRequest = {
    scenario,
    program: 'mine',
    compiled,
    diagnostics,
    workload,
    checks: true,
    ...(allowances === undefined ? {} : { allowances }),
  };
  const result = await play(request);
  if (result === undefined) return undefined;
  if (result === 'lost') return { isSolution, passes: false };
  return { isSolution, passes: await version.passes(scenario, result), result };
}

/** The better stands first. */
const ranking: readonly ChallengeStatus[] = [
  ...(['verified', 'older version', 'course solution', 'does not pass', 'no program', 'not tried'] as const),
];

function challengesOf(
  { passes }: LearnerRecord,
  version: Version,
  judgedOf: (job: Job) => Judged | undefined,
): readonly VerifiedChallenge[] {
  const rank = ({ status, passesNow }: VerifiedChallenge): number =>
    2 * ranking.indexOf(status) + (passesNow === true ? 0 : 1);
  return [...version.scenarioHashes.keys()].map((scenario) => {
    const own = passes.filter((pass) => pass.scenario === scenario);
    const told = own.map((pass) => verified(pass, version, judgedOf));
    return told.sort((one, other) => rank(one) - rank(other))[0] ?? { scenario, status: 'not tried' };
  });
}

function verified(
  pass: RecordedPass,
  version: Version,
  judgedOf: (job: Job) => Judged | undefined,
): VerifiedChallenge {
  const { scenario, run } = pass;
  const [judged] = jobsOf(pass).map(judgedOf);
  if (run === undefined || judged === undefined) return { scenario, status: 'no program', pass };
  const { isSolution, passes, result } = judged;
  const isToday =
    run.machineHash === version.machineHash && run.scenarioHash === version.scenarioHashes.get(scenario);
  const own = isToday ? (passes ? 'verified' : 'does not pass') : 'older version';
  const status = isSolution && passes ? 'course solution' : own;
  return { scenario, status, passesNow: passes, pass, ...(result === undefined ? {} : { result }) };
}

/** Whether what a record claims holds: nothing in it fails today, whatever version it names. */
export function holds({ passesNow }: VerifiedChallenge): boolean {
  return passesNow !== false;
}
