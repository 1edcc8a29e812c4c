/** The outcome in words: a verdict with its reason, or what became of a run. */

import type { JSX } from 'preact';

import { countWords } from '#src/chart/quantity-words.ts';
import { nameOfRun, type VerdictWords, verdictWords } from '#src/chart/run-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { Lab } from '../store/lab.ts';
import { lossWords } from '../store/loading-words.ts';
import { isUnseen } from '../store/lock.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import type { Phase, StartedRun } from '../store/runs.ts';

interface VerdictLineProps {
  readonly store: PlaygroundStore;
  readonly recorded: readonly string[];
}

export function VerdictLine({ store, recorded }: VerdictLineProps): JSX.Element {
  const { headline, reason } = outcomeOf(store, recorded);
  const program = store.runs.current.value?.program;
  return (
    <div class="ll-verdict" data-program={program}>
      <strong>{headline}</strong>
      <span>{reason}</span>
    </div>
  );
}

/** Sentences that change only when something is decided, so that they can be read out. */
function outcomeOf(
  { runs, trouble, diagnosis, quietSeconds, lab, lock, machineSize }: PlaygroundStore,
  recorded: readonly string[],
): VerdictWords {
  const words = workbenchWords();
  const run = runs.current.value;
  const phase = runs.phase.value;
  if (trouble.value !== undefined) return { headline: trouble.value, reason: '' };
  if (runs.refused.value) {
    const first = diagnosis.problems.value.find(({ severity }) => severity === 'error');
    const { line, message = '' } = first ?? {};
    const reason = line === undefined ? message : words.state.atLine(countWords(line), message);
    return { headline: words.failure.compile, reason };
  }
  if (isFetching(phase, run, lab)) return { headline: words.state.fetching(machineSize.value), reason: '' };
  if (run === undefined) return { headline: recorded.join('\n'), reason: words.state.recorded };
  if (run.lost !== undefined) return lossWords(run.lost);
  const name = nameOfRun({ role: run.program, unseen: isUnseen(lock, run), byLink: run.byLink });
  if (run.result !== undefined) return ofResult(name, verdictWords(run.result));
  if (phase === 'stopped') {
    const reached = run.samples.at(-1)?.transactions;
    const reason =
      reached === undefined ? words.state.stoppedEarly : words.state.stopped(countWords(reached));
    return { headline: name, reason };
  }
  const quiet = quietSeconds.value;
  const reason = phase === 'running' && quiet > 0 ? words.state.quiet(countWords(quiet)) : '';
  return { headline: words.state.measuring(name), reason };
}

/** Whether what a run needs is still on its way: the scenario's file, or the machine. */
function isFetching(phase: Phase, run: StartedRun | undefined, lab: Lab): boolean {
  return phase === 'compiling' ? lab.file.value === undefined : phase === 'running' && run?.loading === true;
}

function ofResult(name: string, { headline, reason }: VerdictWords): VerdictWords {
  return { headline: workbenchWords().verdict.ofProgram(name, headline), reason };
}
