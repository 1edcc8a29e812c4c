/** What the chart shows: which runs, which view of them, and the figure that follows. */

import { batch, computed, effect, type ReadonlySignal, signal } from '@preact/signals';

import {
  classNames,
  type DrawnRun,
  fastestGrowing,
  type Role,
  type View,
  viewKey,
} from '#src/chart/drawn-run.ts';
import type { Prediction } from '#src/chart/prediction.ts';
import { type RunFigure, runFigure } from '#src/chart/run-figure.ts';
import { type FigureTable, tableOf } from '#src/chart/run-table.ts';
import type { Lab } from './lab.ts';
import type { Lock } from './lock.ts';
import type { ScenarioBundle } from './scenario-bundle.ts';
import type { Runs, StartedRun } from './runs.ts';

export interface ChartView {
  /** `undefined` until the recorded runs are here: the picture made at build stands until then. */
  readonly figure: ReadonlySignal<RunFigure | undefined>;
  readonly table: ReadonlySignal<FigureTable | undefined>;
  readonly views: ReadonlySignal<readonly View[]>;
  readonly view: ReadonlySignal<View | undefined>;
  choose(view: View): void;
  /** Hides the lines of a role, or shows them again; the y axis fits what is shown. */
  toggle(role: Role): void;
  /** Puts the reader's prediction on the chart, and its view in front. */
  predict(prediction: Prediction): void;
}

/** `after`: what became of the run in view when its heap was cut. */
export function createChartView(
  lab: Lab,
  runs: Runs,
  after: ReadonlySignal<DrawnRun | undefined>,
  { isLocked }: Pick<Lock, 'isLocked'>,
): ChartView {
  const wanted = signal<View | undefined>(undefined);
  const prediction = signal<Prediction | undefined>(undefined);
  const hidden = signal<readonly Role[]>([]);
  effect(() => {
    // Whoever runs a program wants to see it.
    if (runs.phase.value === 'running') hidden.value = without(hidden.peek(), runs.current.peek()?.program);
  });
  const toggle = (role: Role) => {
    const shown = !hidden.value.includes(role);
    hidden.value = shown ? [...hidden.value, role] : without(hidden.value, role);
  };
  const drawn = computed(() => {
    const cut = after.value;
    const unseen = isLocked.value;
    const drawn = drawnRuns(lab.file.value, runs, runs.current.value?.program);
    return [...drawn, ...(cut === undefined ? [] : [cut])].map((run) =>
      run.role === 'fixed' ? { ...run, unseen } : run,
    );
  });
  // As one text, which a signal compares by its value: while no class comes or goes, the views stay the same objects.
  const names = computed(() => classNames(drawn.value).join('\n'));
  const views = computed(() => viewsOf(names.value === '' ? [] : names.value.split('\n')));
  const usual = computed(() => usualView(lab.file.value, views.value));
  const view = computed(() => keyed(views.value, wanted.value) ?? usual.value);
  const figure = computed(() =>
    view.value === undefined ? undefined : runFigure(drawn.value, view.value, prediction.value, hidden.value),
  );
  const table = computed(() => (view.value === undefined ? undefined : tableOf(drawn.value, view.value)));
  const predict = (next: Prediction) =>
    batch(() => {
      prediction.value = next;
      wanted.value = next.view;
    });
  return { figure, table, views, view, choose: (next) => (wanted.value = next), toggle, predict };
}

function without(roles: readonly Role[], role: Role | undefined): readonly Role[] {
  return roles.filter((each) => each !== role);
}

function keyed(views: readonly View[], wanted: View | undefined): View | undefined {
  return wanted && views.find((view) => viewKey(view) === viewKey(wanted));
}

function viewsOf(names: readonly string[]): readonly View[] {
  return [
    ...names.map((className) => ({ type: 'objects', className }) as const),
    { type: 'bytes' },
    ...names.map((className) => ({ type: 'survivors', className }) as const),
  ];
}

/** Objects of the class that grows most in the recorded leaky run, as in the picture made at build. */
function usualView(file: ScenarioBundle | undefined, views: readonly View[]): View | undefined {
  if (file === undefined) return undefined;
  const className = fastestGrowing(file.programs.leaky.recorded.samples);
  const usual = views.find((view) => view.type === 'objects' && view.className === className);
  return usual ?? views[0];
}

/** The recorded runs with the reader's own in their places; the program that ran last comes last. */
function drawnRuns(
  file: ScenarioBundle | undefined,
  { byRole, earlierOfMine }: Runs,
  last: Role | undefined,
): readonly DrawnRun[] {
  if (file === undefined) return [];
  const roles: readonly Role[] = ['leaky', 'fixed', 'mine'];
  const ordered = [...roles].sort((a, b) => Number(a === last) - Number(b === last));
  const faded = earlierOfMine.value.map((run) => ({ ...drawnFrom(run), faded: true }));
  const present = ordered.flatMap((role) => {
    const run = byRole.value[role];
    const recorded: readonly DrawnRun[] = role === 'mine' ? [] : [{ role, ...file.programs[role].recorded }];
    if (run === undefined) return recorded;
    // Until it has a result, a run is drawn over what was recorded, so that the axes stay as they are.
    const behind = run.result === undefined ? recorded.map((each) => ({ ...each, faded: true })) : [];
    return [...behind, drawnFrom(run)];
  });
  return [...faded, ...present];
}

function drawnFrom({ program, byLink, workload, samples, result, lost }: StartedRun): DrawnRun {
  const failure = result?.failure ?? lost;
  return {
    role: program,
    byLink,
    workload,
    samples,
    survivors: result?.survivors,
    verdict: result?.verdict,
    failure,
  };
}
