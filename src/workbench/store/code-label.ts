/** What a screen reader calls the code in view. */

import type { ProgramChoice, Shown } from './program-choice.ts';
import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { PlaygroundStore } from './playground-store.ts';

/** What the tab of a program is called. */
export function tabWords({ visitor }: ProgramChoice, tab: Shown): string {
  const words = workbenchWords();
  if (tab === 'contract') return words.contract;
  return tab === 'mine' && visitor.value !== undefined ? words.byLink : words.roles[tab];
}

/** `Code: leaky`, by the program that shows. */
export function shownLabel({ choice }: PlaygroundStore): string {
  const words = workbenchWords();
  const shown = choice.shown.value;
  return words.edit.codeLabel(tabWords(choice, shown));
}
