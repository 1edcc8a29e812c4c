/** What a run brought besides its samples: checks, the program's console, the server's log. */

import type { JSX } from 'preact';

import { countWords } from '#src/figures/quantity-words.ts';
import type { PlaygroundStore } from './playground-store.ts';

interface RunPanelProps {
  readonly store: PlaygroundStore;
}

export function ChecksPanel({ store }: RunPanelProps): JSX.Element {
  const { words } = store;
  const checks = store.runs.current.value?.result?.checks ?? [];
  if (checks.length === 0) return <p>{words.panels.noChecks}</p>;
  return (
    <ul class="check-list">
      {checks.map(({ id, passed, message }) => (
        <li key={id} data-passed={passed}>
          <b>{passed ? words.panels.passed : words.panels.failed}</b>
          <span>{message}</span>
        </li>
      ))}
    </ul>
  );
}

export function ConsolePanel({ store }: RunPanelProps): JSX.Element {
  const { words, runs } = store;
  const { console: lines, dropped } = runs.written.value;
  if (lines.length === 0) return <p>{words.panels.noConsole}</p>;
  return (
    <>
      {dropped === 0 ? null : <p>{words.panels.dropped(countWords(dropped))}</p>}
      <ol class="line-list">
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

export function LogPanel({ store }: RunPanelProps): JSX.Element {
  const { words, runs } = store;
  const lines = runs.written.value.log;
  if (lines.length === 0) return <p>{words.panels.noLog}</p>;
  return (
    <ol class="line-list">
      {lines.map(({ channel, level, text, transaction }, index) => (
        <li key={index} data-level={level}>
          <b>
            {transaction === undefined
              ? words.panels.unattributed
              : words.panels.transaction(countWords(transaction))}
          </b>
          <span>
            {channel}: {text}
          </span>
        </li>
      ))}
    </ol>
  );
}
