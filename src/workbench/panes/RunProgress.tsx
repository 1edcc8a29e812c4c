/** How far a run is, or its checks: as a bar, and in words. */

import type { JSX } from 'preact';

import { countWords } from '#src/chart/quantity-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import type { StartedRun } from '../store/runs.ts';

interface ProgressProps {
  readonly store: PlaygroundStore;
}

/** Appears once a run has taken a second; its place is kept free. */
export function RunProgress({ store }: ProgressProps): JSX.Element {
  const { runs } = store;
  const words = workbenchWords();
  const run = runs.current.value;
  if (!store.alive.value) return <Waking />;
  if (runs.phase.value !== 'running' || run === undefined) {
    const ms = runs.refused.value ? undefined : run?.measuredMs;
    return <p class="ll-progress">{ms === undefined ? '' : words.state.elapsed(countWords(ms))}</p>;
  }
  const { share, text } = progressOf(run);
  return (
    <p class="ll-progress ll-progress-going">
      <progress max={1} value={share} aria-label={words.run.progress} />
      <span>{text}</span>
    </p>
  );
}

/** What stands there until the page's script has taken over; style sheets choose, since nothing else runs yet. */
function Waking(): JSX.Element {
  const words = workbenchWords().state;
  return (
    <p class="ll-progress ll-waking" role="status">
      <span class="ll-waking-now">{words.waking}</span>
      <span class="ll-waking-failed">{words.asleep}</span>
      <span class="ll-waking-never">{words.withoutScript}</span>
    </p>
  );
}

/** How far the run is, or its checks: as a share, and in words. */
function progressOf({ workload, done, result, checking }: StartedRun): {
  readonly share: number;
  readonly text: string;
} {
  const words = workbenchWords().state;
  const of = workload.transactions;
  if (result === undefined)
    return { share: done, text: words.running(countWords(Math.round(done * of)), countWords(of)) };
  if (checking === undefined) return { share: 1, text: words.checking };
  const { trial, trials } = checking;
  return { share: (trial - 1) / trials, text: words.trial(countWords(trial), countWords(trials)) };
}
