/** The workbench of one playground: code on one side, what was measured on the other, and how to run it. */

import { useSignalEffect } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';
import { useEffect, useId, useMemo, useRef } from 'preact/hooks';

import type { RunResult, Workload } from '#playground/protocol.ts';
import { strings } from '#src/strings/strings.ts';
import { ChartPane } from './ChartPane.tsx';
import { CodePane } from './CodePane.tsx';
import { createEditing } from './editing.ts';
import { warmWhenIdle } from './machine.ts';
import { PanePicker } from './PanePicker.tsx';
import { Panels } from './Panels.tsx';
import type { PlaygroundStore } from './playground-store.ts';
import { createPlaygroundStore } from './playground-store.ts';
import { RunBar } from './RunBar.tsx';

interface WorkbenchProps {
  readonly scenario: string;
  readonly language: string;
  readonly workload: Workload;
  /** What the recorded runs showed, in words: the verdict until the reader runs something. */
  readonly recorded: readonly string[];
  /** Highlighted programs and the recorded chart, made at build. */
  readonly leaky?: ComponentChildren;
  readonly fixed?: ComponentChildren;
  readonly picture?: ComponentChildren;
}

/** What the playground's element dispatches, bubbling, when a run has ended with a result. */
export type RunFinishedEvent = CustomEvent<RunResult>;

export default function Workbench(props: WorkbenchProps): JSX.Element {
  const { scenario, workload, language } = props;
  const store = useMemo(
    () => createPlaygroundStore(scenario, workload, strings(language).workbench),
    [scenario, workload, language],
  );
  const editing = useMemo(() => createEditing(store), [store]);
  const id = useId();
  const root = useRef<HTMLDivElement>(null);
  useEffect(() => {
    store.choice.restore();
    warmWhenIdle();
  }, [store]);
  useStateHooks(store, root);
  return (
    <div class="workbench" ref={root} onKeyDown={(event) => runOnKey(event, store)}>
      <PanePicker id={id} words={store.words} />
      <CodePane store={store} editing={editing} id={id} leaky={props.leaky} fixed={props.fixed} />
      <ChartPane store={store} recorded={props.recorded} picture={props.picture} />
      <RunBar store={store} id={id} />
      <Panels store={store} editing={editing} id={id} root={root} />
    </div>
  );
}

/** Keeps the playground's element in step, for automation: its state, and an event with each result. */
function useStateHooks(store: PlaygroundStore, root: { readonly current: HTMLElement | null }): void {
  const element = () => root.current?.closest<HTMLElement>('[data-playground]');
  useSignalEffect(() => {
    const playground = element();
    if (playground) playground.dataset['state'] = store.runs.phase.value;
  });
  useSignalEffect(() => {
    const ended = store.runs.phase.value === 'finished' || store.runs.phase.value === 'failed';
    const result = store.runs.current.peek()?.result;
    if (!ended || result === undefined || store.runs.refused.value) return;
    const event: RunFinishedEvent = new CustomEvent('run-finished', { detail: result, bubbles: true });
    element()?.dispatchEvent(event);
  });
  useEffect(() => element()?.setAttribute('data-ready', ''), [root]);
}

function runOnKey(event: KeyboardEvent, store: PlaygroundStore): void {
  if (event.key !== 'Enter' || !(event.ctrlKey || event.metaKey) || event.defaultPrevented) return;
  event.preventDefault();
  void store.run();
}
