/** The store of one playground: its concerns, put together. */

import { type ReadonlySignal, type Signal, signal } from '@preact/signals';
import type { ComponentChildren } from 'preact';

import type { Workload } from '#playground/record.ts';
import type { DrawnRun } from '#src/chart/drawn-run.ts';
import { createCompilers } from '../compiler/compilers.ts';
import { createDiagnosis, type Diagnosis } from './diagnosis.ts';
import { createLab, type Lab } from './lab.ts';
import { createLock, type Lock } from './lock.ts';
import { createLineHighlight, type LineHighlight } from './highlighted-lines.ts';
import { createProgramChoice, type ProgramChoice } from './program-choice.ts';
import { createQuietTime } from './quiet-time.ts';
import { createRunCommands, type RunCommands } from './run-commands.ts';
import { createRuns, type Runs } from './runs.ts';
import { type ChartView, createChartView } from './chart-view.ts';
import { createWorkloadForm, type WorkloadForm } from './workload-form.ts';

/** The panels with details of a run. */
export type PanelName = 'checks' | 'alive' | 'problems' | 'console' | 'log';

export interface PlaygroundStore extends RunCommands {
  readonly scenario: string;
  readonly lab: Lab;
  readonly lock: Lock;
  readonly choice: ProgramChoice;
  readonly form: WorkloadForm;
  readonly runs: Runs;
  /** Seconds, in tens, for which the run going on has brought no sample. */
  readonly quietSeconds: ReadonlySignal<number>;
  readonly diagnosis: Diagnosis;
  readonly chart: ChartView;
  /** What became of the run in view when its heap was cut. */
  readonly afterCut: Signal<DrawnRun | undefined>;
  readonly highlight: LineHighlight;
  readonly runsAsTyped: Signal<boolean>;
  /** The panel that is open below code and chart; undefined until there is something to show. */
  readonly panel: Signal<PanelName | undefined>;
  /** A sentence on why a run could not begin, for which the program is not to blame. */
  readonly trouble: Signal<string | undefined>;
  /** What is to be said of a link that was opened, above all else; nothing where none was. */
  readonly byLink: Signal<ComponentChildren>;
  /** Whether the reader is asked which reference is at fault before it is told. */
  readonly asksFault: boolean;
  /** Whether the page's script has taken the playground over: until then nothing in it may look as if it worked. */
  readonly alive: Signal<boolean>;
  /** Size of the machine's files, compressed, in kB; absent where no build has measured it. */
  readonly machineSize: Signal<string | undefined>;
}

/** What a playground is about. */
interface PlaygroundOptions {
  readonly scenario: string;
  /** Path of the scenario's file under the site's root. */
  readonly labFile: string;
  /** Under which name this browser keeps the reader's program. */
  readonly keep: string;
  readonly workload: Workload;
  /** Whether the fixed program is locked until its challenge is passed. */
  readonly locked?: boolean | undefined;
  readonly asksFault?: boolean | undefined;
}

export function createPlaygroundStore({
  scenario,
  labFile,
  keep,
  workload,
  locked = false,
  asksFault = false,
}: PlaygroundOptions): PlaygroundStore {
  const lock = createLock(scenario, locked);
  const lab = createLab(scenario, labFile, lock.isLocked);
  const choice = createProgramChoice(keep);
  const form = createWorkloadForm(workload);
  const runs = createRuns();
  const diagnosis = createDiagnosis(choice, runs, lab);
  const afterCut = signal<DrawnRun | undefined>(undefined);
  const chart = createChartView(lab, runs, afterCut, lock);
  const highlight = createLineHighlight(choice);
  const trouble = signal<string | undefined>(undefined);
  const runsAsTyped = signal(false);
  const parts = {
    scenario,
    lab,
    lock,
    choice,
    form,
    runs,
    quietSeconds: createQuietTime(runs),
    diagnosis,
    chart,
    afterCut,
    asksFault,
    highlight,
    runsAsTyped,
    panel: signal<PanelName | undefined>(undefined),
    trouble,
    byLink: signal<ComponentChildren>(undefined),
    alive: signal(false),
    machineSize: signal<string | undefined>(undefined),
  };
  const commands = createRunCommands({ ...parts, ...createCompilers(lab) });
  return { ...parts, ...commands };
}
