/** Measures a generated program as the command line does, and compares what is found with what is true of it. */

import { mostTransactions } from '../analysis/batches.ts';
import type { Reason } from '../analysis/reason.ts';
import { createCompiler } from '../node/compiler.ts';
import { measure } from '../measure.ts';
import { readAssets } from '../node/assets.ts';
import type { CompiledProgram, RunResult } from '../record.ts';
import { scenario as loggerPerTransaction } from '../scenarios/logger-per-transaction/scenario.ts';
import type { Scenario } from '../scenarios/scenario.ts';
import { machineWords } from '../words/words.ts';
import type { Plan } from './grammar/plan.ts';
import { sourceOf } from './grammar/source.ts';
import { type Truth, truthOf } from './grammar/truth.ts';
import { en } from '../words/en/en.ts';

/** Where a judge and the truth part: refused though right, passed though not, refused for what it has not done, or never decided. */
export type Fault = 'does not compile' | 'refused' | 'passed' | 'refused by another check' | 'undecided';

/** A program with its judgement. */
export interface Judged {
  readonly plan: Plan;
  readonly source: string;
  readonly truth: Truth;
  /** Undefined where the judge is right. */
  readonly fault: Fault | undefined;
  /** What the judge gave as its reasons, in sentences. */
  readonly reasons: readonly string[];
  readonly elapsedMs: number;
}

/** Judges one program after another. */
export type Judge = (plan: Plan) => Promise<Judged>;

const words = machineWords('en');

/** The longest run that is made where the judge asks for a longer one. */
const longest = 200_000;

/** A judge whose main run has `transactions`; the trials beside it are as much shorter than usual. */
export async function createJudge(transactions: number): Promise<Judge> {
  const compiler = createCompiler();
  const assets = await readAssets();
  const scenarioOf = (length: number): Scenario => {
    const workload = { ...loggerPerTransaction.workload, transactions: length, samples: 20 };
    return { ...loggerPerTransaction, workload };
  };
  const run = (compiled: CompiledProgram, length: number): Promise<RunResult> => {
    const scenario = scenarioOf(length);
    const { id, workload } = scenario;
    const request = { scenario: id, program: 'mine', compiled, diagnostics: [], workload, checks: true };
    const nothing = () => undefined;
    const pause = () => Promise.resolve();
    return measure({ assets, request, scenario, listener: {}, pause, onMeasured: nothing });
  };
  return async (plan) => {
    const source = sourceOf(plan);
    const truth = truthOf(plan);
    const { compiled, diagnostics } = compiler.compile(source);
    if (compiled === undefined || diagnostics.length > 0) {
      const reasons = diagnostics.map(({ line, what }) => `Line ${line}: ${en.diagnosticWords({ what })}`);
      return { plan, source, truth, fault: 'does not compile', reasons, elapsedMs: 0 };
    }
    const first = await run(compiled, transactions);
    const asked = Math.min(longest, lengthAskedFor(first));
    const result = asked > transactions ? await run(compiled, asked) : first;
    const elapsedMs = first.elapsedMs + (result === first ? 0 : result.elapsedMs);
    return { plan, source, truth, fault: faultOf(truth, result), reasons: reasonsOf(result), elapsedMs };
  };
}

/** The longest run that any finding asks for, in transactions; 0 where none does. */
function lengthAskedFor({ verdict }: RunResult): number {
  const findings = [...Object.values(verdict.classes), verdict.bytes];
  return Math.max(...findings.map(({ kind, decides = 0 }) => (kind === 'not enough data' ? decides : 0)));
}

/** Whether the program passes, as a reader sees it: nothing grows, and every check is met. */
function passes({ verdict, checks, failure }: RunResult): boolean {
  return (
    failure === undefined && verdict.leakFree && checks.length > 0 && checks.every(({ passed }) => passed)
  );
}

function faultOf(truth: Truth, result: RunResult): Fault | undefined {
  if (passes(result)) return truth.kind === 'right' ? undefined : 'passed';
  if (truth.kind === 'right') return saysThatItLeaks(result) ? 'refused' : undecidedOr(result, 'refused');
  // A program that dies is refused whatever its flaw was, and not tried any further.
  if (result.failure !== undefined) return undefined;
  if (truth.kind === 'leaky') {
    return saysThatItLeaks(result) || refuses(result, ['bounded-channels'])
      ? undefined
      : undecidedOr(result, 'refused by another check');
  }
  if (truth.checks.length === 0 || refuses(result, truth.checks)) return undefined;
  return undecidedOr(result, 'refused by another check');
}

function refuses({ checks }: RunResult, ids: readonly string[]): boolean {
  return checks.some(({ id, passed }) => !passed && ids.includes(id));
}

/** Whether the refusal is only that nothing is proven yet. */
function undecidedOr(result: RunResult, otherwise: Fault): Fault {
  const only = result.checks.every(({ id, passed }) => passed || id === 'no-leak');
  return only && result.failure === undefined ? 'undecided' : otherwise;
}

/** Whether it is said of the main run or of a trial that something grows, and not merely that nothing is proven. */
function saysThatItLeaks({ verdict, checks }: RunResult): boolean {
  if ([...Object.values(verdict.classes), verdict.bytes].some(({ kind }) => kind === 'leak')) return true;
  const refusal = checks.find(({ id, passed }) => id === 'no-leak' && !passed);
  if (refusal === undefined) return false;
  const { message } = refusal;
  return message.type !== 'growth' || message.certain || !asksForMore(message.reason);
}

/** Whether all that is said is that a longer run would tell. */
function asksForMore(reason: Reason): boolean {
  if ('reason' in reason) return asksForMore(reason.reason);
  if (reason.type !== 'growth') return reason.type === 'too short';
  const { growth } = reason;
  return growth.type === 'rare' || ('decides' in growth && growth.decides <= mostTransactions);
}

function reasonsOf({ verdict, checks, failure }: RunResult): readonly string[] {
  const found = Object.entries({ ...verdict.classes, bytes: verdict.bytes })
    .filter(([, { kind }]) => kind !== 'flat')
    .map(([name, { kind, reason }]) => `${name} ${kind}: ${words.reasonWords(reason)}`);
  const refused = checks
    .filter(({ passed }) => !passed)
    .map(({ id, message }) => `${id}: ${words.checkWords(message)}`);
  return [
    ...(failure === undefined ? [] : [`${failure.kind}: ${en.failureWords(failure)}`]),
    ...found,
    ...(refused.length === 0 ? ['Every check is met.'] : refused),
  ];
}
