/** Picks the machine's words by the language of the page; at build, and in a test, there is no page. */

import { machineWords, type MachineWords } from '#playground/words/words.ts';

/** What the machine has to say, in the language that the page says it is in. */
export function pageMachineWords(): MachineWords {
  return machineWords(typeof document === 'undefined' ? undefined : document.documentElement.lang);
}
