/** A link that was opened: its program is in view for as long as the reader wants, and nothing runs by itself. */

import { type ReadonlySignal, type Signal, batch, signal } from '@preact/signals';

import type { Workload } from '#playground/record.ts';
import { scenarioIds } from '#playground/scenarios/scenarios.ts';
import {
  type LinkFault,
  readRunHash,
  scenarioInHash,
  type SharedRun,
  workloadWith,
} from '#playground/shared-run/shared-run.ts';
import type { View } from '#src/chart/drawn-run.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import type { Shown } from '../store/program-choice.ts';
import { fetchProgram } from '../store/scenario-bundle.ts';
import type { FieldName } from '../store/workload-form.ts';
import { isSameList, isSameWorkload } from './share-link.ts';

/** Why a link shows nothing. */
export type LinkRefusal =
  | LinkFault
  /** No scenario of that name, or no program of it. */
  | { readonly type: 'no scenario'; readonly scenario: string }
  | { readonly type: 'no program'; readonly program: string }
  /** It is about a scenario that is not on this page. */
  | { readonly type: 'elsewhere'; readonly scenario: string; readonly hash: string };

/** A link that is open. */
export interface Visit {
  readonly shared: SharedRun;
  readonly source: string;
  readonly workload: Workload;
  /** The scenario's version here. */
  readonly scenarioHash: string;
}

/** What is known of the links that this playground was called by. */
export interface OpenedLinks {
  readonly visit: ReadonlySignal<Visit | undefined>;
  readonly refusal: ReadonlySignal<LinkRefusal | undefined>;
  /** What became of the last visit; `undefined` before one has ended. */
  readonly ended: Signal<'left' | 'kept' | undefined>;
  /** Opens another link, or takes note why it cannot be opened. Rejects where the scenario's files cannot be had. */
  open(hash: string): Promise<void>;
  /** Brings back the reader's own program, workload and view. */
  leave(): void;
  /** Makes the program the reader's own; theirs until then becomes an earlier version. */
  keep(): void;
  /** Takes note that the reader has put another program in the place of the visitor. */
  forget(): void;
}

type Typed = Readonly<Record<FieldName, string>>;

/** What the reader had before, and gets back. */
interface Before {
  readonly typed: Typed;
  readonly known: string;
  readonly view: View | undefined;
  readonly shown: Shown;
}

/** For a playground that a link has called for the first time. */
export function createLinks(store: PlaygroundStore): OpenedLinks {
  const { choice, form, chart } = store;
  const visit = signal<Visit | undefined>(undefined);
  const refusal = signal<LinkRefusal | undefined>(undefined);
  const ended: OpenedLinks['ended'] = signal(undefined);
  let before: Before | undefined;
  let newest = 0;
  const fieldNames = Object.keys(form.typed) as readonly FieldName[];

  const fill = (typed: Typed, known: string) =>
    batch(() => {
      for (const name of fieldNames) form.typed[name].value = typed[name];
      form.known.value = known;
    });

  const end = (how: 'left' | 'kept') =>
    batch(() => {
      if (visit.peek() === undefined) return;
      visit.value = undefined;
      ended.value = how;
      if (location.hash.startsWith('#run=')) {
        history.replaceState(history.state, '', location.pathname + location.search);
      }
    });

  const putBack = () => {
    if (before === undefined) return;
    fill(before.typed, before.known);
    choice.show(before.shown);
    if (before.view !== undefined) chart.choose(before.view);
    before = undefined;
  };

  const now = (): Before => ({
    typed: Object.fromEntries(fieldNames.map((name) => [name, form.typed[name].peek()])) as Typed,
    known: form.known.peek(),
    view: chart.view.peek(),
    shown: choice.shown.peek(),
  });

  /** Nothing of a link is shown that the reader could not have typed. */
  const begin = (next: Visit): LinkRefusal | undefined =>
    batch(() => {
      const present = now();
      const { workload, shared } = next;
      fill(form.typedFrom(workload), knownOf(shared));
      const typed = form.workload.peek();
      const isHeld = typed !== undefined && isSameWorkload(typed, workload);
      if (!isHeld || !isSameList(form.allowances.peek() ?? [], shared.allowances ?? [])) {
        fill(present.typed, present.known);
        return { type: 'broken', place: isHeld ? 'allowances' : 'workload' };
      }
      // Where a link was open before, what the reader had typed is older.
      before ??= present;
      choice.visitor.value = next.source;
      choice.show('mine');
      store.diagnosis.found([]);
      const view = viewOf(shared);
      if (view !== undefined) chart.choose(view);
      visit.value = next;
      ended.value = undefined;
      return undefined;
    });

  const open: OpenedLinks['open'] = async (hash) => {
    const number = ++newest;
    const found = await read(store, hash);
    if (number !== newest) return;
    refusal.value = 'type' in found ? found : begin(found);
  };

  return {
    visit,
    refusal,
    ended,
    open,
    leave: () =>
      batch(() => {
        end('left');
        choice.visitor.value = undefined;
        putBack();
      }),
    keep: () =>
      batch(() => {
        end('kept');
        choice.startFrom(choice.mine.peek() ?? '');
        before = undefined;
      }),
    forget: () => {
      before = undefined;
      end('left');
    },
  };
}

async function read(store: PlaygroundStore, hash: string): Promise<Visit | LinkRefusal> {
  const scenario = scenarioInHash(hash);
  if (scenario !== undefined && scenario !== store.scenario) {
    return scenarioIds.includes(scenario)
      ? { type: 'elsewhere', scenario, hash }
      : { type: 'no scenario', scenario };
  }
  const { shared, fault } = readRunHash(hash);
  if (fault !== undefined) return fault;
  const { hash: scenarioHash, workload: own, others, programs } = await store.lab.load();
  const workload = workloadWith(own, shared.workload ?? {});
  const { name } = shared;
  if (name === undefined) return { shared, source: shared.source ?? '', workload, scenarioHash };
  if (name === 'leaky') return { shared, source: programs.leaky.source, workload, scenarioHash };
  const path = Object.hasOwn(others, name) ? others[name] : undefined;
  if (path === undefined) return { type: 'no program', program: name };
  const { source } = await fetchProgram(path);
  store.lab.started.set(name, source);
  return { shared, source, workload, scenarioHash };
}

/** What the sender stated to be known, as the form takes it. */
function knownOf({ allowances = [] }: SharedRun): string {
  return allowances.map(({ className, most }) => `${most} ${className}`).join(', ');
}

/** The view that the sender's chart showed. */
function viewOf({ view }: SharedRun): View | undefined {
  if (view?.className === undefined) return view && { type: 'bytes' };
  return { type: view.type === 'survivors' ? view.type : 'objects', className: view.className };
}
