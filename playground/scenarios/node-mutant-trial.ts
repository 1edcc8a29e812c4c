/** Tries mutants of a right program against its scenario's checks, and stops at the first sign that one is noticed. */

import type { Compiler } from '../compiler/node-compiler.ts';
import { measureRun } from '../measure.ts';
import type { MachineAssets, Workload } from '../protocol.ts';
import { readCached, writeCached } from './node-mutation-cache.ts';
import type { MeasuredRun, Scenario } from './scenario.ts';

/** Transactions of a mutant's first look at the main workload. */
const firstLook = 1_009;

/** What became of a mutant. `equal`: it ran exactly as the right program does, in every run. */
export type Fate =
  | { readonly type: 'does not compile' }
  | { readonly type: 'noticed'; readonly check: string; readonly message: string }
  | { readonly type: 'not noticed'; readonly equal: boolean };

export interface Trial {
  /** The right program runs first, once; then any number of mutants. */
  readonly tryMutant: (source: string) => Promise<Fate>;
}

/** Prepares the trial of one right program's mutants. Compares with its runs, which must pass every check. */
export function prepareTrial(
  assets: MachineAssets,
  compiler: Compiler,
  scenario: Scenario,
  program: string,
): Trial {
  const { workload } = scenario;
  const short = { transactions: Math.min(workload.transactions, firstLook), samples: 10 };
  const workloads = [
    { ...workload, ...short },
    ...scenario.trials.map((trial) => ({ ...workload, ...trial, samples: 10 })),
  ];
  const play = async (source: string, each: Workload): Promise<MeasuredRun | undefined> => {
    const { compiled, diagnostics } = compiler.compile(source);
    if (compiled === undefined || diagnostics.length > 0) return undefined;
    const request = {
      scenario: scenario.id,
      program: '',
      compiled,
      diagnostics,
      workload: each,
      checks: false,
    };
    return measureRun({ assets, request, scenario, pause: () => Promise.resolve() }, each, {});
  };
  let right: Promise<readonly MeasuredRun[]> | undefined;
  const rightRuns = (): Promise<readonly MeasuredRun[]> =>
    (right ??= Promise.all(workloads.map((each) => play(program, each))).then(allCompiled));
  const tryMutant = async (source: string): Promise<Fate> => {
    const key = JSON.stringify([program, source, workloads, scenario.settleSeconds]);
    const known = await readCached(scenario.id, key);
    if (known !== undefined) return known;
    const fate = await judgeMutant(scenario, await rightRuns(), (index) => play(source, workloads[index]!));
    await writeCached(scenario.id, key, fate);
    return fate;
  };
  return { tryMutant };
}

function allCompiled(runs: readonly (MeasuredRun | undefined)[]): readonly MeasuredRun[] {
  return runs.map((run) => {
    if (run === undefined) throw new Error('The right program does not compile.');
    return run;
  });
}

/** Runs not yet made are stood in for by the right program's, so that each check sees all that it asks for. */
async function judgeMutant(
  scenario: Scenario,
  right: readonly MeasuredRun[],
  play: (index: number) => Promise<MeasuredRun | undefined>,
): Promise<Fate> {
  const runs = [...right];
  let equal = true;
  for (const index of right.keys()) {
    const run = await play(index);
    if (run === undefined) return { type: 'does not compile' };
    if (run.failure !== undefined) return { type: 'noticed', check: 'failure', message: run.failure.message };
    equal &&= traceOf(run) === traceOf(right[index]!);
    runs[index] = run;
    for (const { id, check } of scenario.checks) {
      const { passed, message } = check(runs);
      if (!passed) return { type: 'noticed', check: id, message };
    }
  }
  return { type: 'not noticed', equal };
}

/** All that a run shows of what the program did, without its bytes: those vary with the length of its code. */
function traceOf({
  samples,
  checkpoints,
  survivors,
  breaches,
  openChannels,
  locks,
  work,
}: MeasuredRun): string {
  return JSON.stringify([
    samples.map(({ live, created }) => [live, created]),
    checkpoints.map(({ live, transactions, failed }) => [live, transactions, failed]),
    [survivors, breaches, openChannels, locks, work.objects, work.sinkCalls],
  ]);
}
