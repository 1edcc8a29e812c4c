/** Makes a link of what is in view: its program and workload, and the numbers of the run where it was run so. */

import { runNumbers } from '#playground/shared-run/run-numbers.ts';
import { readRunHash, runHash, type SharedRun, workloadChanges } from '#playground/shared-run/shared-run.ts';
import type { Allowance, Workload } from '#playground/record.ts';
import type { Role } from '#src/chart/drawn-run.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import type { StartedRun } from '../store/runs.ts';

/** What is in view, all of it that a run depends on. */
export interface InView {
  readonly program: Role;
  readonly source: string;
  readonly workload: Workload;
  /** The reader's run of just that, with its checks; absent where there was none. */
  readonly run?: StartedRun & Pick<Required<StartedRun>, 'result'>;
  /** The scenario's version; the machine's is that of the page. */
  readonly scenarioHash: string;
}

/** What is in view; `undefined` while a field of the workload does not work. Throws where the scenario's file cannot be had. */
export async function inView(store: PlaygroundStore): Promise<InView | undefined> {
  const { choice, form, lab, runs } = store;
  const { hash, programs } = await lab.load();
  const program = choice.chosen.peek();
  const source = {
    mine: () => choice.mine.peek(),
    leaky: () => programs.leaky.source,
    fixed: async () => (await lab.loadFixed())?.source,
  };
  const text = (await source[program]()) ?? '';
  const workload = form.workload.peek();
  const allowances = form.allowances.peek();
  if (workload === undefined || allowances === undefined) return undefined;
  const run = runs.byRole.peek()[program];
  const isSame =
    run?.source === text && isSameWorkload(run.workload, workload) && isSameList(run.allowances, allowances);
  const view = { program, source: text, workload, scenarioHash: hash };
  const result = isSame && run.result !== undefined && hasEnded(run) ? run.result : undefined;
  return run === undefined || result === undefined ? view : { ...view, run: { ...run, result } };
}

/** Whether its checks have followed it; a run that was stopped before has none. */
export function hasEnded({ result }: StartedRun): boolean {
  return result !== undefined && result.checks.length > 0;
}

export function isSameWorkload(one: Workload, other: Workload): boolean {
  return Object.keys(workloadChanges(one, other)).length === 0;
}

export function isSameList(one: readonly Allowance[], other: readonly Allowance[]): boolean {
  const told = ({ className, most }: Allowance) => `${most} ${className}`;
  return one.map(told).join() === other.map(told).join();
}

/** The address to send; `undefined` where what is in view is more than a link holds. */
export function linkTo(store: PlaygroundStore, view: InView): string | undefined {
  const hash = runHash(store.scenario, sharedRun(store, view));
  if (readRunHash(hash).shared === undefined) return undefined;
  return `${location.origin}${location.pathname}${hash}`;
}

function sharedRun(store: PlaygroundStore, { source, workload, run, scenarioHash }: InView): SharedRun {
  const { form, chart } = store;
  const name = nameOf(store, source);
  const changes = workloadChanges(workload, form.own);
  const allowances = form.allowances.peek() ?? [];
  const view = chart.view.peek();
  return {
    ...(name === undefined ? { source } : { name }),
    ...(Object.keys(changes).length === 0 ? {} : { workload: changes }),
    ...(allowances.length === 0 ? {} : { allowances: [...allowances] }),
    ...(view === undefined ? {} : { view }),
    ...(run === undefined ? {} : { numbers: runNumbers(run.result) }),
    machineHash: import.meta.env.MACHINE_HASH,
    scenarioHash,
  };
}

/** The name of the scenario's program that says just this, where the page knows its text. */
function nameOf({ lab }: PlaygroundStore, source: string): string | undefined {
  const texts = [
    ['leaky', lab.file.peek()?.programs.leaky.source] as const,
    ['fixed', lab.fixed.peek()?.source] as const,
    ...lab.started,
  ];
  return texts.find(([, text]) => text === source)?.[0];
}
