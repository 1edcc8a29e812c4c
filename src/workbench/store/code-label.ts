/** What a screen reader calls the code in view. */

import type { PlaygroundStore } from './playground-store.ts';

/** `Code: leaky`, by the program that shows. */
export function shownLabel({ choice, words }: PlaygroundStore): string {
  const shown = choice.shown.value;
  return words.edit.codeLabel(shown === 'contract' ? words.contract : words.roles[shown]);
}
