/** Lines of a given program that a phrase of the text points to: they are lit in the code until the reader moves on. */

import { batch, computed, type ReadonlySignal, signal } from '@preact/signals';

import type { GivenName } from './scenario-bundle.ts';
import type { ProgramChoice } from './program-choice.ts';

/** Line numbers count from 1; `to` is the last one. */
export interface LitLines {
  readonly program: GivenName;
  readonly from: number;
  readonly to: number;
  /** Where the reader was: the link in the text. */
  readonly phrase: HTMLElement;
}

export interface Lighting {
  /** What is lit in the program in view. */
  readonly lit: ReadonlySignal<LitLines | undefined>;
  light(lines: LitLines): void;
  putOut(): void;
}

/** Lines stay lit while their program is in view. */
export function createLighting(choice: ProgramChoice): Lighting {
  const last = signal<LitLines | undefined>(undefined);
  return {
    lit: computed(() => (last.value?.program === choice.shown.value ? last.value : undefined)),
    light: (lines) =>
      batch(() => {
        choice.show(lines.program);
        last.value = lines;
      }),
    putOut: () => (last.value = undefined),
  };
}
