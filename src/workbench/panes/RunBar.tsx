/** Run and Stop with the workload that a run plays, and beside them what came of it: in view wherever one works. */

import type { JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import { Outcome } from './Outcome.tsx';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { RunProgress } from './RunProgress.tsx';
import { WorkloadFields } from './WorkloadFields.tsx';
import { workloadSummary } from '../store/workload-summary.ts';

interface RunBarProps {
  readonly store: PlaygroundStore;
  readonly id: string;
  readonly recorded: readonly string[];
}

export function RunBar({ store, id, recorded }: RunBarProps): JSX.Element {
  return (
    <section class="ll-run-bar">
      <fieldset class="ll-run-controls" disabled={!store.alive.value}>
        <RunButtons store={store} />
        <RunProgress store={store} />
        <details class="ll-workload">
          <summary>
            <span class="sr-only">{workbenchWords().workload.settings}: </span>
            {summaryOf(store)}
          </summary>
          <WorkloadFields form={store.form} id={id} />
        </details>
        {store.form.isTrial.value ? (
          <button type="button" class="ll-link-button" onClick={store.form.restore}>
            {workbenchWords().workload.leaveTrial}
          </button>
        ) : null}
      </fieldset>
      <Outcome store={store} recorded={recorded} />
    </section>
  );
}

/** Stop keeps its place and its focus when there is nothing to stop any more. */
function RunButtons({ store }: Pick<RunBarProps, 'store'>): JSX.Element {
  const { runs, runsAsTyped } = store;
  const words = workbenchWords();
  const going = runs.phase.value === 'running' || runs.phase.value === 'compiling';
  return (
    <div class="ll-run-buttons">
      <button
        type="button"
        class="ll-tool-button ll-run-button"
        onClick={() => void store.run()}
        aria-keyshortcuts="Control+Enter"
      >
        {words.run.run}
        <kbd>{words.run.keys}</kbd>
      </button>
      {store.lock.isLocked.value ? (
        <button
          type="button"
          class="ll-tool-button"
          title={words.run.unseenTitle}
          onClick={() => void store.runFixed()}
        >
          {words.run.unseen}
        </button>
      ) : null}
      <button type="button" class="ll-tool-button" onClick={store.stop} aria-disabled={!going}>
        {words.run.stop}
      </button>
      <label class="ll-switch">
        <input
          type="checkbox"
          role="switch"
          checked={runsAsTyped.value}
          onChange={(event) => (runsAsTyped.value = event.currentTarget.checked)}
        />
        {words.run.asType}
      </label>
    </div>
  );
}

function summaryOf({ form }: PlaygroundStore): string {
  const words = workbenchWords();
  const workload = form.workload.value;
  if (workload === undefined || form.allowances.value === undefined) return words.workload.fix;
  const summary = workloadSummary(workload, form.own);
  return form.isTrial.value ? words.workload.trial(summary) : summary;
}
