/** What stands under a tab below code and chart; fetched when the first of them is opened. */

import type { JSX } from 'preact';

import type { Editing } from '../store/editing.ts';
import type { PanelName, PlaygroundStore } from '../store/playground-store.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { useModule } from './use-module.ts';
import { ProblemsPanel } from './ProblemsPanel.tsx';
import { ChecksPanel, ConsolePanel, LogPanel } from './RunPanels.tsx';

interface PanelBodyProps {
  readonly name: PanelName;
  readonly store: PlaygroundStore;
  readonly editing: Editing;
}

export function PanelBody({ name, store, editing }: PanelBodyProps): JSX.Element {
  switch (name) {
    case 'checks':
      return <ChecksPanel store={store} />;
    case 'alive':
      return <AliveHost store={store} editing={editing} />;
    case 'problems':
      return <ProblemsPanel store={store} editing={editing} />;
    case 'console':
      return <ConsolePanel store={store} />;
    case 'log':
      return <LogPanel store={store} />;
  }
}

/** The panel of what is alive comes by itself: many a reader never opens it. */
function AliveHost(props: Omit<PanelBodyProps, 'name'>): JSX.Element | null {
  const module = useModule(() => import('./AlivePanel.tsx'), true);
  if (module === 'failed') return <p>{workbenchWords().panels.notLoaded}</p>;
  return module === undefined ? null : <module.AlivePanel {...props} />;
}
