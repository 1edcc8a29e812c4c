/** Lines of a given program that a phrase of the text points to: they are highlighted in the code until the reader moves on. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import type { GivenName } from './scenario-bundle.ts';
import type { ProgramChoice } from './program-choice.ts';

/** Line numbers count from 1; `to` is the last one. */
export interface HighlightedLines {
  readonly program: GivenName;
  readonly from: number;
  readonly to: number;
  /** Where the reader was: the link in the text. */
  readonly phrase: HTMLElement;
}

export interface LineHighlight {
  /** What is highlighted in the program in view. */
  readonly lines: ReadonlySignal<HighlightedLines | undefined>;
  show(lines: HighlightedLines): void;
  clear(): void;
}

/** Lines stay highlighted while their program is in view. */
export function createLineHighlight(choice: ProgramChoice): LineHighlight {
  const last = signal<HighlightedLines | undefined>(undefined);
  return {
    lines: computed(() => (last.value?.program === choice.shown.value ? last.value : undefined)),
    show: (lines) =>
      batch(() => {
        choice.show(lines.program);
        last.value = lines;
      }),
    clear: () => (last.value = undefined),
  };
}
