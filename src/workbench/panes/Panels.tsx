/** Tabs under the chart: checks, what is alive and why, problems, the program's console, the server's log. */

import { useSignalEffect } from '@preact/signals';
import type { JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { Editing } from '../store/editing.ts';
import type { PanelName, PlaygroundStore } from '../store/playground-store.ts';
import { useModule } from './use-module.ts';

interface PanelsProps {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
  readonly id: string;
}

const panels: readonly PanelName[] = ['checks', 'alive', 'problems', 'console', 'log'];

export function Panels({ store, editing, id }: PanelsProps): JSX.Element {
  const { panel: open } = store;
  const words = workbenchWords();
  useSignalEffect(() => {
    if (store.runs.phase.value === 'failed' && store.diagnosis.problems.peek().length > 0)
      open.value = 'problems';
  });
  const first = open.value ?? 'checks';
  const body = useModule(() => import('./PanelBody.tsx'), open.value !== undefined);
  const step = (by: number) => {
    const next = panels[(panels.indexOf(first) + by + panels.length) % panels.length] ?? 'checks';
    open.value = next;
    document.getElementById(`${id}-tab-${next}`)?.focus();
  };
  const title = (name: PanelName) =>
    name === 'problems' ? words.panels.problems(store.diagnosis.problems.value.length) : words.panels[name];
  return (
    <section class="ll-panels">
      <div
        class="ll-tab-row"
        role="tablist"
        aria-label={words.panels.label}
        onKeyDown={({ key }) => {
          if (key === 'ArrowRight') step(1);
          if (key === 'ArrowLeft') step(-1);
        }}
      >
        {panels.map((name) => (
          <button
            key={name}
            type="button"
            role="tab"
            id={`${id}-tab-${name}`}
            aria-controls={`${id}-panel`}
            aria-selected={open.value === name}
            tabIndex={first === name ? 0 : -1}
            disabled={!store.alive.value}
            onClick={() => (open.value = name)}
          >
            {title(name)}
          </button>
        ))}
      </div>
      <div
        class="ll-panel"
        role="tabpanel"
        id={`${id}-panel`}
        aria-labelledby={`${id}-tab-${first}`}
        tabIndex={0}
        data-panel={open.value}
        hidden={open.value === undefined}
      >
        {body === 'failed' ? <p>{words.panels.notLoaded}</p> : null}
        {typeof body === 'object' ? <body.PanelBody name={first} store={store} editing={editing} /> : null}
      </div>
    </section>
  );
}
