/** The workbench of one playground: how to run it and what came of it, code on one side, what was measured on the other. */

import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';

import type { RunResult, Workload } from '#playground/record.ts';
import type { RepeatableRun } from '#playground/learner-record/repeatable-run.ts';
import { ChartPane } from './panes/ChartPane.tsx';
import { CodePane } from './panes/CodePane.tsx';
import { createEditing } from './store/editing.ts';
import type { HighlightedLines } from './store/highlighted-lines.ts';
import { warmWhenIdle } from './store/warm.ts';
import { type PageRequest, takeRequests } from './store/page-requests.ts';
import { PanePicker } from './panes/PanePicker.tsx';
import { Panels } from './panes/Panels.tsx';
import { createPlaygroundStore, type PlaygroundStore } from './store/playground-store.ts';
import { troubleWords } from './store/loading-words.ts';
import { repeatableRun } from './store/repeatable-run.ts';
import { ShareBar } from './panes/ShareBar.tsx';
import type { StartGroup } from './panes/StartFrom.tsx';
import { RunBar } from './panes/RunBar.tsx';

interface WorkbenchProps {
  readonly scenario: string;
  /** Path of the scenario's file under the site's root. */
  readonly labFile: string;
  /** Under which name this browser keeps the reader's program. */
  readonly keep: string;
  readonly workload: Workload;
  /** What the recorded runs showed, in words: the verdict until the reader runs something. */
  readonly recorded: readonly string[];
  /** Whether what was recorded waits behind a sheet. */
  readonly concealed?: boolean | undefined;
  /** Whether the chart stands before the code: where nobody has been told yet what the code is about. */
  readonly chartFirst?: boolean | undefined;
  /** Whether the panel “Why alive” asks which reference is at fault before it tells. */
  readonly asksFault?: boolean | undefined;
  /** Whether the page comes without the fixed program, which waits for its challenge to be passed. */
  readonly locked?: boolean | undefined;
  /** Further programs to start from. */
  readonly starts: readonly StartGroup[];
  /** Highlighted programs and the recorded chart, made at build. */
  readonly leaky?: ComponentChildren;
  readonly fixed?: ComponentChildren;
  readonly picture?: ComponentChildren;
}

/**
 * What the playground's element dispatches, bubbling, when a run has ended with a result. `given`: of a program that the
 * site came with; `fix`: the family of fix in words, where one is recognised; `why`: why it fails, where it does so in a known way; `run`: what repeats it.
 */
export type RunFinishedEvent = CustomEvent<
  RunResult & {
    readonly given: boolean;
    readonly fix: string | undefined;
    readonly why: string | undefined;
    readonly run: RepeatableRun;
  }
>;

export default function Workbench(props: WorkbenchProps): JSX.Element {
  const { scenario, labFile, keep, workload, locked, asksFault } = props;
  const store = useMemo(
    () => createPlaygroundStore({ scenario, labFile, keep, workload, locked, asksFault }),
    [scenario, labFile, keep, workload, locked, asksFault],
  );
  const editing = useMemo(() => createEditing(store), [store]);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    wake(store, root.current);
    store.lock.restore();
    store.choice.restore();
    warmWhenIdle();
  }, [store]);
  useStateHooks(store, root);
  useRequests(store, root);
  useLinks(store);
  const code = (
    <CodePane
      key="code"
      store={store}
      editing={editing}
      id={id}
      leaky={props.leaky}
      fixed={locked ? undefined : props.fixed}
      starts={props.starts}
    />
  );
  const chart = <ChartPane key="chart" store={store} picture={props.picture} />;
  return (
    <div
      class="ll-workbench"
      data-chart-first={props.chartFirst}
      ref={root}
      onKeyDown={(event) => runOnKey(event, store)}
    >
      <div class="ll-by-link" aria-live="polite">
        {store.byLink.value}
      </div>
      <RunBar store={store} id={id} recorded={props.recorded} />
      <PanePicker id={id} first={props.concealed ? 'code' : 'chart'} />
      {props.chartFirst === true ? [chart, code] : [code, chart]}
      <Panels store={store} editing={editing} id={id} />
      <ShareBar store={store} />
    </div>
  );
}

/** From here on what looks alive is. The build wrote the machine's size on the playground's element. */
function wake(store: PlaygroundStore, root: HTMLElement | null): void {
  const playground = root?.closest<HTMLElement>('[data-playground]');
  store.alive.value = true;
  store.machineSize.value = playground?.dataset['machineSize'] || undefined;
}

/** Keeps the playground's element in step, for automation: its state, and an event with each result. */
function useStateHooks(store: PlaygroundStore, root: { readonly current: HTMLElement | null }): void {
  const element = () => root.current?.closest<HTMLElement>('[data-playground]');
  useSignalEffect(() => {
    const playground = element();
    const phase = store.runs.phase.value;
    if (playground) playground.dataset['state'] = phase;
    if (phase === 'idle' && store.trouble.value === undefined) return;
    playground?.removeAttribute('data-concealed');
    store.panel.value ??= 'checks';
  });
  useSignalEffect(() => {
    const ended = store.runs.phase.value === 'finished' || store.runs.phase.value === 'failed';
    const run = store.runs.current.peek();
    if (!ended || run?.result === undefined || store.runs.refused.value) return;
    const words = store.lab.words.peek();
    const detail = {
      ...run.result,
      // What came by a link passes nobody's challenge.
      ...(run.byLink ? { program: 'by link' } : {}),
      given: run.given,
      fix: words?.fix(run.result.recognised),
      why: words?.why(run.result.checks),
      run: repeatableRun(run, {
        scenarioHash: store.lab.file.peek()?.hash ?? '',
        machineHash: import.meta.env.MACHINE_HASH,
      }),
    };
    const event: RunFinishedEvent = new CustomEvent('run-finished', { detail, bubbles: true });
    element()?.dispatchEvent(event);
  });
  useEffect(() => element()?.setAttribute('data-ready', ''), [root]);
}

/** Does what the text of the page asks for, in the pane that is asked for where only one is shown. */
function useRequests(store: PlaygroundStore, root: { readonly current: HTMLElement | null }): void {
  useEffect(() => takeRequests(store.scenario, take), [store]);

  function take(asked: PageRequest): void {
    switch (asked.type) {
      case 'lines':
        showPane('code');
        void showLines(store, asked.lines);
        return;
      case 'prediction':
        store.chart.predict(asked.prediction);
        store.lab.loadAhead();
    }
  }

  function showPane(pane: 'code' | 'chart'): void {
    const choice = root.current?.querySelector<HTMLInputElement>(`.ll-pane-picker [value=${pane}]`);
    if (choice) choice.checked = true;
  }
}

/** Opens the link that the page was called by, now and whenever its address changes. What that takes comes with the first of them. */
function useLinks(store: PlaygroundStore): void {
  useEffect(() => {
    const call = () => {
      const { hash } = location;
      if (!hash.startsWith('#run=')) return;
      import('./sharing/door.ts')
        .then(({ loadOpenLink }) => loadOpenLink())
        .then(({ openLink }) => openLink(store, hash))
        .catch(async (error: unknown) => (store.trouble.value = await troubleWords(error)));
    };
    call();
    addEventListener('hashchange', call);
    return () => removeEventListener('hashchange', call);
  }, [store]);
}

/** Once there is a text to show them in; where it cannot be had, the tab says so. */
async function showLines({ lab, highlight }: PlaygroundStore, lines: HighlightedLines): Promise<void> {
  if (lines.program === 'fixed') await lab.loadFixed().catch(() => undefined);
  highlight.show(lines);
}

function runOnKey(event: KeyboardEvent, store: PlaygroundStore): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  void store.run();
}
