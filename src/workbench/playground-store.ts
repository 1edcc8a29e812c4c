/** The store of one playground: its concerns put together, and what Run does with them. */

import type { Signal } from '@preact/signals';
import { signal } from '@preact/signals';

import type { Compilation } from '#playground/compiler/compile.ts';
import type { Workload } from '#playground/protocol.ts';
import type { Strings } from '#src/strings/strings.ts';
import type { ProgramCompiler } from './compilers.ts';
import { createCompilers } from './compilers.ts';
import type { Diagnosis } from './diagnosis.ts';
import { createDiagnosis } from './diagnosis.ts';
import type { Lab } from './lab.ts';
import { createLab } from './lab.ts';
import type { ProgramChoice } from './program.ts';
import { createProgramChoice } from './program.ts';
import type { Runs } from './run.ts';
import { createRuns } from './run.ts';
import type { ChartView } from './view.ts';
import { createChartView } from './view.ts';
import type { WorkloadForm } from './workload-form.ts';
import { createWorkloadForm } from './workload-form.ts';

export interface PlaygroundStore {
  readonly scenario: string;
  readonly words: Strings['workbench'];
  readonly lab: Lab;
  readonly choice: ProgramChoice;
  readonly form: WorkloadForm;
  readonly runs: Runs;
  readonly diagnosis: Diagnosis;
  readonly chart: ChartView;
  readonly runsAsTyped: Signal<boolean>;
  /** A sentence on why a run could not begin, for which the program is not to blame. */
  readonly trouble: Signal<string | undefined>;
  /** Lets an editor compile; without one, a compiler of its own is fetched when needed. */
  useCompiler(compiler: ProgramCompiler | undefined): void;
  /** Takes an edit; runs it if that is wanted, else only looks for mistakes. */
  edit(source: string): void;
  run(): Promise<void>;
  stop(): void;
}

export function createPlaygroundStore(
  scenario: string,
  workload: Workload,
  words: Strings['workbench'],
): PlaygroundStore {
  const lab = createLab(scenario);
  const choice = createProgramChoice(scenario);
  const form = createWorkloadForm(workload, words.workload);
  const runs = createRuns();
  const diagnosis = createDiagnosis(choice, runs, lab, words);
  const chart = createChartView(lab, runs, words);
  const compilers = createCompilers(lab);
  const runsAsTyped = signal(false);
  const trouble = signal<string | undefined>(undefined);

  const compileMine = async (): Promise<Compilation | undefined> => {
    const compilation = await compilers.compile(choice.mine.value ?? '');
    if (compilation !== undefined) diagnosis.ofMine.value = compilation.diagnostics;
    return compilation;
  };

  let newest = 0;
  const run = async () => {
    const number = ++newest;
    const asked = form.workload.value;
    const program = choice.chosen.value;
    trouble.value = asked === undefined ? words.workload.mend : undefined;
    if (asked === undefined) return;
    runs.announce('compiling');
    try {
      const { programs } = await lab.load();
      const compilation = program === 'mine' ? await compileMine() : { runnable: true, ...programs[program] };
      if (compilation === undefined || number !== newest) return; // A newer edit or a stop came between.
      const { compiled, diagnostics } = compilation;
      if (compiled === undefined) runs.announce('failed');
      else runs.start({ scenario, program, compiled, diagnostics, workload: asked, checks: true });
    } catch (error) {
      reportError(error);
      trouble.value = words.state.unreachable;
      runs.announce('failed');
    }
  };

  const edit = (source: string) => {
    choice.edit(source);
    if (runsAsTyped.value || runs.phase.value === 'compiling') void run();
    else compileMine().catch(reportError);
  };

  const stop = () => {
    newest += 1;
    if (runs.phase.value === 'compiling') runs.announce('stopped');
    else runs.stop();
  };

  const parts = { scenario, words, lab, choice, form, runs, diagnosis, chart, runsAsTyped, trouble };
  return { ...parts, useCompiler: compilers.useCompiler, edit, run, stop };
}
