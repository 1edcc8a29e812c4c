/** What a run brought besides its samples: checks, the program's console, the server's log. */

import { Fragment, type JSX } from 'preact';

import type { CheckResult } from '#playground/record.ts';
import { countWords } from '#src/chart/quantity-words.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import { challengeOnPage } from '../store/challenge-on-page.ts';
import { gapIn } from './log-gap.ts';
import { isUnseen } from '../store/lock.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';
import { RefusedTrial } from './RefusedTrial.tsx';

interface RunPanelProps {
  readonly store: PlaygroundStore;
}

export function ChecksPanel({ store }: RunPanelProps): JSX.Element {
  const words = workbenchWords();
  const run = store.runs.current.value;
  const checks = run?.result?.checks ?? [];
  if (run === undefined || checks.length === 0) return <p>{words.panels.noChecks}</p>;
  const recognised = isUnseen(store.lock, run)
    ? undefined
    : store.lab.words.value?.fix(run.result?.recognised);
  return (
    <>
      {recognised === undefined ? null : <p>{words.panels.recognised(recognised)}</p>}
      <ul class="ll-check-list">
        {checks.map((check) => (
          <li key={check.id} data-passed={check.passed}>
            <b>{check.passed ? words.panels.passed : words.panels.failed}</b>
            <span>
              {pageMachineWords().checkWords(check.message)}
              {check.passed ? null : <Reason store={store} check={check} />}
            </span>
            {check.passed ? null : <RefusedTrial store={store} run={run} check={check} />}
          </li>
        ))}
      </ul>
    </>
  );
}

/** Why a known mistake fails, where the page's challenge knows it. */
function Reason({ store, check }: RunPanelProps & { readonly check: CheckResult }): JSX.Element | null {
  if (challengeOnPage(store.scenario) === undefined) return null;
  const why = store.lab.words.value?.why([check]);
  return why === undefined ? null : <em>{workbenchWords().panels.oneWay(why)}</em>;
}

export function ConsolePanel({ store }: RunPanelProps): JSX.Element {
  const { runs } = store;
  const words = workbenchWords();
  const { console: lines, dropped } = runs.written.value;
  if (lines.length === 0) return <p>{words.panels.noConsole}</p>;
  return (
    <>
      {dropped === 0 ? null : <p>{words.panels.dropped(countWords(dropped))}</p>}
      <ol class="ll-line-list">
        {lines.map(({ level, text }, index) => (
          <li key={index} data-level={level}>
            <b>{level}</b>
            <span>{text}</span>
          </li>
        ))}
      </ol>
    </>
  );
}

/** The lines of the first transactions and of the last, with a row for those between that are not shown. */
export function LogPanel({ store }: RunPanelProps): JSX.Element {
  const { runs } = store;
  const words = workbenchWords();
  const lines = runs.written.value.log;
  if (lines.length === 0) return <p>{words.panels.noLog}</p>;
  const gap = gapIn(lines.map(({ transaction }) => transaction));
  return (
    <ol class="ll-line-list">
      {lines.map(({ channel, level, text, transaction }, index) => (
        <Fragment key={index}>
          {gap?.before === index ? (
            <li>{words.panels.leftOut(countWords(gap.from), countWords(gap.to))}</li>
          ) : null}
          <li data-level={level}>
            <b>
              {transaction === undefined
                ? words.panels.unattributed
                : words.panels.transaction(countWords(transaction))}
            </b>
            <span>
              {channel}: {text}
            </span>
          </li>
        </Fragment>
      ))}
    </ol>
  );
}
