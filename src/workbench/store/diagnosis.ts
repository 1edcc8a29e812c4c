/** What is wrong with the program in view: the compiler's findings, and the error that ended its run. */

import { countWords } from '#src/chart/quantity-words.ts';
import { computed, type ReadonlySignal, signal } from '@preact/signals';

import type { Diagnostic, Failure } from '#playground/record.ts';
import { pageMachineWords } from '#src/strings/machine-words.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { Lab } from './lab.ts';
import { isOfMachine } from './loading-words.ts';
import type { ProgramChoice } from './program-choice.ts';
import type { Runs } from './runs.ts';

export interface Problem {
  readonly message: string;
  readonly severity: 'error' | 'warning';
  /** Where it is in the reader's source, where known; from 1. */
  readonly line?: number;
  readonly column?: number;
}

export interface Diagnosis {
  /** Takes the newest findings on mine. */
  found(diagnostics: readonly Diagnostic[]): void;
  readonly problems: ReadonlySignal<readonly Problem[]>;
}

export function createDiagnosis(choice: Pick<ProgramChoice, 'chosen'>, runs: Runs, lab: Lab): Diagnosis {
  const ofMine = signal<readonly Diagnostic[]>([]);
  const problems = computed(() => {
    const program = choice.chosen.value;
    // The build sees to it that the fixed program has none.
    const ofLeaky = lab.file.value?.programs.leaky.diagnostics ?? [];
    const found = { mine: ofMine.value, leaky: ofLeaky, fixed: [] }[program];
    const findings = found.map(problemFound);
    const run = runs.current.value;
    const failure = run?.program === program ? (run.lost ?? run.result?.failure) : undefined;
    return failure === undefined || isOfMachine(failure) ? findings : [problemFrom(failure), ...findings];
  });
  return { found: (diagnostics) => (ofMine.value = diagnostics), problems };
}

function problemFound({ what, ...where }: Diagnostic): Problem {
  return { message: pageMachineWords().diagnosticWords({ what }), ...where };
}

function problemFrom(failure: Failure): Problem {
  const words = workbenchWords();
  const { transaction } = failure;
  const at = transaction === undefined ? undefined : countWords(transaction);
  const kind = words.failureAt(words.failure[failure.kind], at);
  const line = failure.line === undefined ? {} : { line: failure.line, column: 1 };
  const message = `${kind}: ${pageMachineWords().failureWords(failure)}`;
  return { message, severity: 'error', ...line };
}
