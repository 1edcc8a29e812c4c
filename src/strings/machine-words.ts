/** The machine's words in the language of the page that shows them. */

import { machineWords, type MachineWords } from '#playground/words/words.ts';

/** What the machine has to say in the page's language; while pages are built, in English. */
export function pageMachineWords(): MachineWords {
  return machineWords(typeof document === 'undefined' ? undefined : document.documentElement.lang);
}
