/** What came of a run: its verdict, its checks, and whether the challenge is passed. Changes only when something is decided. */

import type { JSX } from 'preact';

import type { RunResult } from '#playground/record.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { challengeOnPage } from '../store/challenge-on-page.ts';
import { costsOf } from '#playground/scenarios/costs.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { VerdictLine } from './VerdictLine.tsx';

interface OutcomeProps {
  readonly store: PlaygroundStore;
  readonly recorded: readonly string[];
}

export function Outcome({ store, recorded }: OutcomeProps): JSX.Element {
  const isRecorded = store.runs.current.value === undefined && store.trouble.value === undefined;
  return (
    <div class="ll-outcome" role="status" data-recorded={isRecorded}>
      <VerdictLine store={store} recorded={recorded} />
      {isRecorded ? <p class="ll-not-run">{workbenchWords().concealed.notRun}</p> : null}
      <Checks store={store} />
    </div>
  );
}

/** How many checks have passed, with the way to them; and on a pass of the challenge, where to go on. */
function Checks({ store }: Pick<OutcomeProps, 'store'>): JSX.Element {
  const { runs, panel } = store;
  const run = runs.current.value;
  const checks = run?.result?.checks ?? [];
  if (run === undefined || checks.length === 0 || runs.refused.value) return <p class="ll-checks-line" />;
  const failed = checks.filter((check) => !check.passed);
  const passed = checks.length - failed.length;
  // That it leaks is what the verdict says already.
  const first = failed.find(({ id }) => id !== 'no-leak' || run.result?.verdict.leakFree === true);
  return (
    <p class="ll-checks-line" data-passed={failed.length === 0}>
      <button
        type="button"
        class="ll-link-button"
        onClick={(event) => {
          panel.value = 'checks';
          const workbench = event.currentTarget.closest('.ll-workbench');
          requestAnimationFrame(() => workbench?.querySelector<HTMLElement>('[role=tabpanel]')?.focus());
        }}
      >
        {workbenchWords().outcome.checks(countWords(passed), countWords(checks.length))}
      </button>
      {first === undefined ? null : <span>{pageMachineWords().checkWords(first.message)}</span>}
      {!run.given && failed.length === 0 ? <Passed store={store} result={run.result} /> : null}
    </p>
  );
}

interface PassedProps extends Pick<OutcomeProps, 'store'> {
  readonly result: RunResult | undefined;
}

/** Nothing where this page asks for no challenge of this scenario, or for more than the checks. */
function Passed({ store, result }: PassedProps): JSX.Element | null {
  const challenge = challengeOnPage(store.scenario);
  if (challenge === undefined || result === undefined) return null;
  const { outcome } = workbenchWords();
  if (challenge.isFrugal && costsOf(result).length > 0) return <span>{outcome.costly}</span>;
  return (
    <span>
      {outcome.challengePassed}
      {challenge.next === undefined ? null : (
        <>
          {' '}
          {outcome.next} <a href={challenge.next.href}>{challenge.next.title}</a>
        </>
      )}
    </span>
  );
}
