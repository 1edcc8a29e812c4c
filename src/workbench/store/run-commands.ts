/** What Run and Stop do: compile what is in view, start it, and say so when that cannot be. */

import type { Signal } from '@preact/signals';

import type { Compilation } from '#playground/compiler/compile.ts';
import type { Workload } from '#playground/record.ts';
import type { Role } from '#src/chart/drawn-run.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { CompileQueue } from '../compiler/compile-queue.ts';
import type { Diagnosis } from './diagnosis.ts';
import { markOf } from './given-mark.ts';
import type { Lab } from './lab.ts';
import type { Lock } from './lock.ts';
import { troubleWords } from './loading-words.ts';
import { createEdit, type EditParts } from './run-as-typed.ts';
import { fetchProgram } from './scenario-bundle.ts';
import type { WorkloadForm } from './workload-form.ts';

export interface RunCommands {
  /** Takes an edit; `run-as-typed.ts` says what becomes of it. */
  edit(source: string): void;
  /** Makes a copy of one of the scenario's further programs mine. */
  startFrom(name: string): Promise<void>;
  /** Runs the program in view. */
  run(): Promise<void>;
  /** Runs the fixed program, whatever is in view. */
  runFixed(): Promise<void>;
  /** Runs the newest version of a program under exactly the workload in which a check refused it. */
  runTrial(program: Role, workload: Workload): Promise<void>;
  stop(): void;
}

/** The concerns of a playground that a command touches. */
interface Parts extends CompileQueue, EditParts {
  readonly scenario: string;
  readonly lab: Lab;
  readonly lock: Lock;
  readonly form: WorkloadForm;
  readonly diagnosis: Diagnosis;
  readonly trouble: Signal<string | undefined>;
}

export function createRunCommands(parts: Parts): RunCommands {
  const { form, runs, trouble } = parts;
  let newest = 0;

  const start = async (program: Role) => {
    const number = ++newest;
    const workload = form.workload.value;
    const allowances = form.allowances.value;
    const isWhole = workload !== undefined && allowances !== undefined;
    trouble.value = isWhole ? undefined : workbenchWords().workload.fix;
    if (!isWhole) return;
    runs.announce('compiling');
    try {
      const [compilation, { machine }] = await Promise.all([
        compileProgram(parts, program),
        import('./machine.ts'),
      ]);
      if (compilation === undefined || number !== newest) return; // A newer edit or a stop came between.
      const { source, compiled, diagnostics } = compilation;
      if (compiled === undefined) runs.announce('failed');
      else {
        const { scenario } = parts;
        const byLink = program === 'mine' && parts.choice.visitor.value !== undefined;
        const given = program !== 'mine' || byLink || isGiven(parts, compiled.code);
        const request = { scenario, program, compiled, diagnostics, workload, checks: true, allowances };
        runs.start(machine(), request, { source, given, byLink });
      }
    } catch (error) {
      reportError(error);
      const sentence = await troubleWords(error);
      if (number !== newest) return;
      trouble.value = sentence;
      runs.announce('failed');
    }
  };

  const run = () => start(parts.choice.chosen.value);
  const runFixed = () => start('fixed');

  const runTrial: RunCommands['runTrial'] = (program, workload) => {
    if (program !== 'fixed' || !parts.lock.isLocked.value) parts.choice.show(program);
    form.takeTrial(workload);
    return start(program);
  };

  const edit = createEdit(parts, { run, lookForMistakes: () => compileMine(parts) });

  const startFrom = async (name: string) => {
    const { others } = await parts.lab.load();
    const path = others[name];
    if (path === undefined) return;
    const { source } = await fetchProgram(path);
    parts.lab.started.set(name, source);
    parts.choice.startFrom(source);
    compileMine(parts).catch(reportError);
  };

  const stop = () => {
    newest += 1;
    if (runs.phase.value !== 'compiling') runs.stop();
    else {
      parts.callOff();
      runs.announce('stopped');
    }
  };

  return { run, runFixed, runTrial, edit, startFrom, stop };
}

/** A program's text with what was made of it. */
interface CompiledText extends Pick<Compilation, 'compiled' | 'diagnostics'> {
  readonly source: string;
}

/** The given programs come compiled; mine is compiled here, and its findings are shown. */
async function compileProgram(parts: Parts, program: Role): Promise<CompiledText | undefined> {
  const { programs } = await parts.lab.load();
  switch (program) {
    case 'mine':
      return compileMine(parts);
    case 'leaky':
      return programs.leaky;
    case 'fixed':
      return compiledFixed(parts);
  }
}

/** Its text is not known here while it is locked. */
async function compiledFixed({ lab }: Parts): Promise<CompiledText> {
  const [compiled, text] = await Promise.all([lab.loadCompiled(), lab.loadFixed()]);
  return { compiled, diagnostics: [], source: text?.source ?? '' };
}

/** Whether mine is still one of the scenario's programs, but for comments and the like. */
function isGiven({ lab }: Parts, code: string): boolean {
  return lab.file.value?.marks.includes(markOf(code)) === true;
}

async function compileMine({ choice, compile, diagnosis }: Parts): Promise<CompiledText | undefined> {
  const source = choice.mine.value ?? '';
  const compilation = await compile(source);
  if (compilation === undefined) return undefined;
  diagnosis.found(compilation.diagnostics);
  return { ...compilation, source };
}
