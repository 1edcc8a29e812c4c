/** What comes of trying each program of a scenario, remembered for as long as nothing changes that decides it. */

import { createCompiler } from '../node/compiler.ts';
import { tryProgram } from '../judgement/judgement.ts';
import type { CheckResult, CompiledProgram } from '../record.ts';
import { mutate } from './mutation.ts';
import { play, refusalsOf } from './play.ts';
import { readProgram } from '../node/programs.ts';
import { remember } from './trial-cache.ts';
import { recognisedFix, tryChecks } from '../judgement/try-checks.ts';
import type { MeasuredRun, Scenario, WrongFix } from '../scenarios/scenario.ts';
import { shows } from '../scenarios/sign.ts';

type Runs = readonly MeasuredRun[];
type Refusals = readonly CheckResult[];

const compiler = createCompiler();

/** Transactions of a mutant's main run, where so many are enough to tell that the right program is right. */
const shortMain = 1_009;

/** Trials of one scenario's programs, by name. They reject for a program in which the compiler finds anything wrong. */
export function createTrials(scenario: Scenario) {
  const played = new Map<string, Promise<Runs>>();
  const rightRuns = (name: string): Promise<Runs> => {
    const runs = played.get(name) ?? compile(scenario, name).then((compiled) => playAll(scenario, compiled));
    played.set(name, runs);
    return runs;
  };
  const remembered = async <T>(kind: string, name: string, make: () => Promise<T>): Promise<T> => {
    const sources = [name, 'fixed'].map((each) => readProgram(scenario.id, each));
    return remember([scenario.id, kind, name, ...(await Promise.all(sources))], make);
  };
  return {
    /** The main run of the leaky program. */
    tryLeaky: () => remembered('leaky', 'leaky', () => playMain(scenario, 'leaky')),
    /** Whether a right program's main run is free of leaks, what every check says of all its runs, and which fix it is. */
    tryRight: (name: string) =>
      remembered('right', name, async () => {
        const runs = await rightRuns(name);
        const checks = tryChecks(scenario, runs);
        const recognised = recognisedFix(scenario, runs, checks);
        return { leakFree: runs[0]!.verdict.leakFree, checks, recognised };
      }),
    /** What the checks refuse in a wrong fix, until one of them does so as expected. */
    tryWrong: (name: string, expected: WrongFix) =>
      remembered('wrong', name, async () => tryWrong(scenario, name, expected, await rightRuns('fixed'))),
    /** What the checks refuse in each mutant of a right program that compiles, until they refuse anything. */
    tryMutants: (name: string) =>
      remembered('mutants', name, async () => tryMutants(scenario, name, await rightRuns(name))),
  };
}

/** The compiled program; undefined where the compiler finds anything wrong with it. */
function compileCleanly(source: string): CompiledProgram | undefined {
  const { compiled, diagnostics } = compiler.compile(source);
  return diagnostics.length === 0 ? compiled : undefined;
}

async function compile(scenario: Scenario, name: string): Promise<CompiledProgram> {
  const compiled = compileCleanly(await readProgram(scenario.id, name));
  if (compiled === undefined) throw new Error(`The compiler finds something wrong with ${name}.`);
  return compiled;
}

async function playMain(scenario: Scenario, name: string): Promise<Pick<MeasuredRun, 'verdict' | 'failure'>> {
  const { verdict, failure } = await play(scenario, await compile(scenario, name), scenario.workload);
  return failure === undefined ? { verdict } : { verdict, failure };
}

async function playAll(scenario: Scenario, compiled: CompiledProgram): Promise<Runs> {
  const main = await play(scenario, compiled, scenario.workload);
  return tryProgram({
    scenario,
    code: compiled.code,
    main,
    play: (workload, mostTicks) => play(scenario, compiled, workload, undefined, mostTicks),
    onTrial: () => undefined,
  });
}

async function tryWrong(
  scenario: Scenario,
  name: string,
  { check, sign }: WrongFix,
  right: Runs,
): Promise<Refusals> {
  const isEnough = (refusals: Refusals): boolean =>
    refusals.some((refusal) => refusal.id === check && shows(refusal.message, sign));
  return refusalsOf({ scenario, right, isEnough, hasty: false }, await compile(scenario, name));
}

async function tryMutants(
  scenario: Scenario,
  name: string,
  runs: Runs,
): Promise<Readonly<Record<string, Refusals>>> {
  const right = await shortened(scenario, name, runs);
  const isEnough = (refusals: Refusals): boolean => refusals.length > 0;
  const found: Record<string, Refusals> = {};
  for (const mutant of mutate(await readProgram(scenario.id, name))) {
    const compiled = compileCleanly(mutant.source);
    if (compiled === undefined) continue;
    const refusals = await refusalsOf({ scenario, right, isEnough, hasty: true }, compiled);
    found[mutant.name] = refusals.every(({ id }) => id === 'no-leak')
      ? await confirmed(scenario, compiled, refusals)
      : refusals;
  }
  return found;
}

/** What one short run says of memory is no more than a sign, which the whole judgement may explain. */
async function confirmed(
  scenario: Scenario,
  compiled: CompiledProgram,
  refusals: Refusals,
): Promise<Refusals> {
  if (refusals.length === 0) return refusals;
  return tryChecks(scenario, await playAll(scenario, compiled)).filter(({ passed }) => !passed);
}

/** The runs with a shorter main run, if the right program passes with that too. */
async function shortened(scenario: Scenario, name: string, runs: Runs): Promise<Runs> {
  const workload = { ...scenario.workload, transactions: shortMain, samples: 10 };
  const shorter = runs.with(0, await play(scenario, await compile(scenario, name), workload));
  return tryChecks(scenario, shorter).every(({ passed }) => passed) ? shorter : runs;
}
