/** Run, Stop, and the workload that a run plays. */

import type { JSX } from 'preact';

import { countWords } from '#src/figures/quantity-words.ts';
import type { PlaygroundStore } from './playground-store.ts';
import type { StartedRun } from './run.ts';
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
    <fieldset class="run-bar" disabled={!store.alive.value}>
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
      {store.form.isTrial.value ? (
        <button type="button" class="wb-link" onClick={store.form.restore}>
          {words.workload.leaveTrial}
        </button>
      ) : null}
    </fieldset>
  );
}

function summaryOf({ form, words }: PlaygroundStore): string {
  const workload = form.workload.value;
  if (workload === undefined || form.allowances.value === undefined) return words.workload.mend;
  const summary = workloadSummary(workload, form.own, words.workload);
  return form.isTrial.value ? words.workload.trial(summary) : summary;
}

/** Appears once a run has taken a second; its place is kept free. */
function Progress({ store }: Pick<RunBarProps, 'store'>): JSX.Element {
  const { runs, words } = store;
  const run = runs.current.value;
  if (!store.alive.value) return <Waking words={words.state} />;
  if (runs.phase.value !== 'running' || run === undefined) {
    const ms = run?.measuredMs;
    return <p class="progress">{ms === undefined ? '' : words.state.elapsed(countWords(ms))}</p>;
  }
  const { share, text } = progressOf(run, words.state);
  return (
    <p class="progress progress-going">
      <progress max={1} value={share} aria-label={words.run.progress} />
      <span>{text}</span>
    </p>
  );
}

/** What stands there until the page's script has taken over; style sheets choose, since nothing else runs yet. */
function Waking({ words }: { readonly words: PlaygroundStore['words']['state'] }): JSX.Element {
  return (
    <p class="progress waking" role="status">
      <span class="waking-now">{words.waking}</span>
      <span class="waking-failed">{words.asleep}</span>
      <span class="waking-never">{words.withoutScript}</span>
    </p>
  );
}

/** How far the run is, or its checks: as a share, and in words. */
function progressOf(
  { workload, done, result, checking }: StartedRun,
  words: PlaygroundStore['words']['state'],
): { readonly share: number; readonly text: string } {
  const of = workload.transactions;
  if (result === undefined)
    return { share: done, text: words.running(countWords(Math.round(done * of)), countWords(of)) };
  if (checking === undefined) return { share: 1, text: words.checking };
  const { trial, trials } = checking;
  return { share: (trial - 1) / trials, text: words.trial(countWords(trial), countWords(trials)) };
}
