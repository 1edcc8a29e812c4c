/** Measures a generated program as the command line does, and compares what is found with what is true of it. */

import { createCompiler } from '../compiler/node-compiler.ts';
import type { Client } from '../client.ts';
import { createNodeClient } from '../node-client.ts';
import type { CompiledProgram, RunResult, Workload } from '../protocol.ts';
import { findScenario } from '../scenarios/scenarios.ts';
import type { Plan } from './grammar/plan.ts';
import { sourceOf } from './grammar/source.ts';
import { type Truth, truthOf } from './grammar/truth.ts';

const scenarioId = 'logger-per-transaction';

/** Where a judge and the truth part: refused and right, passed and not, refused for what it has not done, or never decided. */
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

/** Judges programs. Dispose of it, or the process stays alive. */
export interface Judge {
  readonly judge: (plan: Plan) => Promise<Judged>;
  readonly dispose: () => void;
}

/** A judge that measures as many programs at a time as there are `threads`, each first under a main run of `length` transactions. */
export async function createJudge(threads: number, length: number): Promise<Judge> {
  const scenario = await findScenario(scenarioId);
  if (scenario === undefined) throw new Error(`There is no scenario ${scenarioId}.`);
  const compiler = createCompiler();
  const idle: Client[] = Array.from({ length: threads }, createNodeClient);
  const clients = [...idle];
  const waiting: ((client: Client) => void)[] = [];
  const take = (): Promise<Client> => {
    const client = idle.pop();
    return client === undefined
      ? new Promise((resolve) => void waiting.push(resolve))
      : Promise.resolve(client);
  };
  const giveBack = (client: Client): void => {
    const next = waiting.shift();
    if (next === undefined) idle.push(client);
    else next(client);
  };
  const workload = { ...scenario.workload, transactions: length, samples: Math.min(100, length / 100) };
  return {
    async judge(plan) {
      const source = sourceOf(plan);
      const truth = truthOf(plan);
      const client = await take();
      try {
        const { compiled, diagnostics } = compiler.compile(source);
        if (compiled === undefined || diagnostics.length > 0) {
          const reasons = diagnostics.map(({ line, message }) => `Line ${line}: ${message}`);
          return { plan, source, truth, fault: 'does not compile', reasons, elapsedMs: 0 };
        }
        const result = await decide(client, compiled, workload);
        return {
          plan,
          source,
          truth,
          fault: faultOf(truth, result),
          reasons: reasonsOf(result),
          elapsedMs: result.elapsedMs,
        };
      } finally {
        giveBack(client);
      }
    },
    dispose: () => {
      for (const client of clients) client.dispose();
    },
  };
}

/** Measures and, where the judge asks for a longer run, measures once more at the length that it names. */
async function decide(client: Client, compiled: CompiledProgram, workload: Workload): Promise<RunResult> {
  const first = await measureOnce(client, compiled, workload);
  const asked = lengthAskedFor(first);
  if (asked <= workload.transactions) return first;
  const second = await measureOnce(client, compiled, { ...workload, transactions: asked });
  return { ...second, elapsedMs: first.elapsedMs + second.elapsedMs };
}

/** The longest run that any finding asks for, at most 200,000; 0 where none does. */
function lengthAskedFor({ verdict }: RunResult): number {
  const findings = [...Object.values(verdict.classes), verdict.bytes];
  const lengths = findings.map(({ kind, decides = 0 }) => (kind === 'not enough data' ? decides : 0));
  return Math.min(200_000, Math.max(...lengths));
}

function measureOnce(client: Client, compiled: CompiledProgram, workload: Workload): Promise<RunResult> {
  const request = {
    scenario: scenarioId,
    program: 'generated',
    compiled,
    diagnostics: [],
    workload,
    checks: true,
  };
  return new Promise((resolve, reject) => {
    client.run(request, (event) => {
      if (event.type === 'finished') resolve(event.result);
      if (event.type === 'lost') reject(new Error(event.failure.message));
      if (event.type === 'stopped') reject(new Error('The run was stopped.'));
    });
  });
}

/** Whether the program passes, as a reader sees it: nothing grows, and every check is met. */
function passes({ verdict, checks, failure }: RunResult): boolean {
  return failure === undefined && verdict.free && checks.length > 0 && checks.every(({ passed }) => passed);
}

/** Checks that say of a program that it leaks. */
const leakChecks = ['no-leak', 'bounded-channels'];

function faultOf(truth: Truth, result: RunResult): Fault | undefined {
  if (passes(result)) return truth.kind === 'right' ? undefined : 'passed';
  if (truth.kind === 'right') return lengthAskedFor(result) > 0 ? 'undecided' : 'refused';
  // A program that dies is refused whatever its flaw was, and not tried any further.
  if (result.failure !== undefined) return undefined;
  const refused = result.checks.filter(({ passed }) => !passed).map(({ id }) => id);
  const expected = truth.kind === 'leaky' ? leakChecks : truth.checks;
  if (expected.length === 0 || expected.some((id) => refused.includes(id))) return undefined;
  if (truth.kind === 'leaky' && leaksInMainRun(result)) return undefined;
  return lengthAskedFor(result) > 0 ? 'undecided' : 'refused by another check';
}

function leaksInMainRun({ verdict }: RunResult): boolean {
  return [...Object.values(verdict.classes), verdict.bytes].some(({ kind }) => kind === 'leak');
}

function reasonsOf({ verdict, checks, failure }: RunResult): readonly string[] {
  const unfree = Object.entries({ ...verdict.classes, bytes: verdict.bytes })
    .filter(([, { kind }]) => kind !== 'flat')
    .map(([name, { kind, reason }]) => `${name} ${kind}: ${reason}`);
  const refused = checks.filter(({ passed }) => !passed).map(({ id, message }) => `${id}: ${message}`);
  return [
    ...(failure === undefined ? [] : [`${failure.kind}: ${failure.message}`]),
    ...unfree,
    ...(refused.length === 0 ? ['Every check is met.'] : refused),
  ];
}
