/** What a screen reader calls the code in view. */

import { workbenchWords } from '#src/strings/workbench-words.ts';
import type { PlaygroundStore } from './playground-store.ts';

/** `Code: leaky`, by the program that shows. */
export function shownLabel({ choice }: PlaygroundStore): string {
  const words = workbenchWords();
  const shown = choice.shown.value;
  return words.edit.codeLabel(shown === 'contract' ? words.contract : words.roles[shown]);
}
