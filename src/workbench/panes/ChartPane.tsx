/** What was measured: the chart, and its numbers. */

import { useSignal } from '@preact/signals';
import type { ComponentChildren, JSX } from 'preact';

import { RunTable } from '#src/chart/RunTable.tsx';
import { type View, viewKey } from '#src/chart/drawn-run.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { StillPicture } from './StillPicture.tsx';
import { useModule } from './use-module.ts';

interface ChartPaneProps {
  readonly store: PlaygroundStore;
  readonly picture: ComponentChildren;
}

export function ChartPane({ store, picture }: ChartPaneProps): JSX.Element {
  const figure = store.chart.figure.value;
  const live = useModule(() => import('./LiveFigure.tsx'), figure !== undefined);
  return (
    <section class="ll-chart-pane" tabIndex={-1}>
      <Concealment />
      <ViewPicker store={store} />
      {live === 'failed' ? <p>{workbenchWords().figure.notLoaded}</p> : null}
      {figure === undefined || typeof live !== 'object' ? (
        <StillPicture store={store}>{picture}</StillPicture>
      ) : (
        <>
          <live.LiveFigure figure={figure} toggle={store.chart.toggle} />
          <LiveTable store={store} />
        </>
      )}
    </section>
  );
}

/** Covers what was recorded until the reader has predicted it. A checkbox reveals it, so that this works without the script. */
function Concealment(): JSX.Element {
  const words = workbenchWords();
  return (
    <div class="ll-concealment">
      <p>{words.concealed.text}</p>
      <label class="ll-switch">
        <input
          type="checkbox"
          class="ll-reveal"
          onChange={(event) => event.currentTarget.closest<HTMLElement>('.ll-chart-pane')?.focus()}
        />
        {words.concealed.reveal}
      </label>
    </div>
  );
}

/** The table of what is on the chart; made only while it is open, since a run changes it with every frame. */
function LiveTable({ store }: Pick<ChartPaneProps, 'store'>): JSX.Element {
  const open = useSignal(false);
  const table = open.value ? store.chart.table.value : undefined;
  return <RunTable table={table} onToggle={(now) => (open.value = now)} />;
}

function ViewPicker({ store }: Pick<ChartPaneProps, 'store'>): JSX.Element {
  const { chart } = store;
  const words = workbenchWords();
  const views = chart.views.value;
  const names = (view: View) =>
    view.type === 'bytes' ? words.figure.bytes : words.figure[view.type](view.className);
  const chosen = chart.view.value;
  const choose = (key: string) => {
    const view = views.find((each) => viewKey(each) === key);
    if (view !== undefined) chart.choose(view);
  };
  return (
    <label class="ll-view-picker">
      <span>{words.figure.view}</span>
      <select
        value={chosen === undefined ? '' : viewKey(chosen)}
        disabled={!store.alive.value}
        onFocus={store.lab.loadAhead}
        onPointerEnter={store.lab.loadAhead}
        onChange={(event) => choose(event.currentTarget.value)}
      >
        {chosen === undefined ? <option value="">{words.figure.usualView}</option> : null}
        {views.map((view) => (
          <option key={viewKey(view)} value={viewKey(view)}>
            {names(view)}
          </option>
        ))}
      </select>
    </label>
  );
}
