/** “Run as I type”: what becomes of an edit, with that switch on and off. */

import type { ReadonlySignal } from '@preact/signals';

import type { ProgramChoice } from './program-choice.ts';
import type { Runs } from './runs.ts';

/** What an edit touches. */
export interface EditParts {
  readonly choice: ProgramChoice;
  readonly runs: Runs;
  /** Whether the reader has switched it on. */
  readonly runsAsTyped: ReadonlySignal<boolean>;
}

interface Compiling {
  readonly run: () => Promise<void>;
  readonly lookForMistakes: () => Promise<unknown>;
}

/** Takes an edit and runs it if that is wanted, or if it changes what is about to run; else only looks for mistakes. */
export function createEdit(
  { choice, runs, runsAsTyped }: EditParts,
  { run, lookForMistakes }: Compiling,
): (source: string) => void {
  return (source) => {
    choice.edit(source);
    if (runsAsTyped.value || runs.phase.value === 'compiling') void run();
    else lookForMistakes().catch(reportError);
  };
}
