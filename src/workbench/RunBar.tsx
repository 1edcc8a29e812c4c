/** Run, Stop, and the workload that a run plays. */

import type { JSX } from 'preact';

import { countWords } from '#src/figures/quantity-words.ts';
import type { PlaygroundStore } from './playground-store.ts';
import { WorkloadFields } from './WorkloadFields.tsx';
import { workloadSummary } from './workload-summary.ts';

interface RunBarProps {
  readonly store: PlaygroundStore;
  readonly id: string;
}

export function RunBar({ store, id }: RunBarProps): JSX.Element {
  const { runs, words, runsAsTyped } = store;
  const going = runs.phase.value === 'running' || runs.phase.value === 'compiling';
  return (
    <section class="run-bar">
      <button
        type="button"
        class="wb-button wb-run"
        onClick={() => void store.run()}
        aria-keyshortcuts="Control+Enter"
      >
        {words.run.run}
        <kbd>{words.run.keys}</kbd>
      </button>
      <button type="button" class="wb-button" onClick={store.stop} disabled={!going}>
        {words.run.stop}
      </button>
      <label class="wb-switch">
        <input
          type="checkbox"
          role="switch"
          checked={runsAsTyped.value}
          onChange={(event) => (runsAsTyped.value = event.currentTarget.checked)}
        />
        {words.run.asType}
      </label>
      <Progress store={store} />
      <details class="workload">
        <summary>
          <span class="sr-only">{words.workload.settings}: </span>
          {summaryOf(store)}
        </summary>
        <WorkloadFields form={store.form} words={words.workload} id={id} />
      </details>
    </section>
  );
}

function summaryOf({ form, words }: PlaygroundStore): string {
  const workload = form.workload.value;
  return workload === undefined ? words.workload.mend : workloadSummary(workload, form.own, words.workload);
}

/** Appears once a run has taken a second; its place is kept free. */
function Progress({ store }: Pick<RunBarProps, 'store'>): JSX.Element {
  const { runs, words } = store;
  const run = runs.current.value;
  const result = run?.result;
  if (runs.phase.value !== 'running' || run === undefined) {
    const ms = run?.measuredMs;
    return <p class="progress">{ms === undefined ? '' : words.state.elapsed(countWords(ms))}</p>;
  }
  const of = run.workload.transactions;
  const done = countWords(Math.round(run.done * of));
  const text = result === undefined ? words.state.running(done, countWords(of)) : words.state.checking;
  return (
    <p class="progress progress-going">
      <progress max={1} value={run.done} aria-label={words.run.progress} />
      <span>{text}</span>
    </p>
  );
}
