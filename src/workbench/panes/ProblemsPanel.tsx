/** Everything wrong with the program in view; each entry leads to its line. */

import type { JSX } from 'preact';

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { Problem } from '../store/diagnosis.ts';
import type { Editing } from '../store/editing.ts';
import type { PlaygroundStore } from '../store/playground-store.ts';

interface ProblemsPanelProps {
  readonly store: PlaygroundStore;
  readonly editing: Editing;
}

export function ProblemsPanel({ store, editing }: ProblemsPanelProps): JSX.Element {
  const problems = store.diagnosis.problems.value;
  const words = workbenchWords();
  if (problems.length === 0) return <p>{words.panels.noProblems}</p>;
  const jump = ({ line = 1, column = 1 }: Problem) => {
    if (store.choice.shown.value === 'contract') store.choice.show(store.choice.chosen.value);
    void editing.open({ line, column });
  };
  return (
    <ul class="ll-problem-list">
      {problems.map((problem) => (
        <li key={`${problem.line}:${problem.column}:${problem.message}`} data-severity={problem.severity}>
          <b>{words.panels[problem.severity]}</b>
          {problem.line === undefined ? null : (
            <button type="button" class="ll-link-button" onClick={() => jump(problem)}>
              {words.panels.line(problem.line)}
            </button>
          )}
          <span>{problem.message}</span>
        </li>
      ))}
    </ul>
  );
}
