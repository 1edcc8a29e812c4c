/**
 * The machine's words in the language of the page that shows them. A browser fetches them with a scenario's file: until
 * then there is nothing that the machine could say.
 */

import type { MachineWords } from '#playground/words/words.ts';
import { inPageLanguage } from './in-page-language.ts';

const fetchWords = async () =>
  inPageLanguage<MachineWords>((await import('#playground/words/words.ts')).languages);

/** There at once while pages are built. */
let fetched = import.meta.env.SSR ? await fetchWords() : undefined;

/** Fetches the words. Rejects where they cannot be had. */
export async function loadMachineWords(): Promise<void> {
  fetched = await fetchWords();
}

/** What the machine has to say in the page's language. Throws before the words are there. */
export function pageMachineWords(): MachineWords {
  if (fetched === undefined) throw new Error('The machine’s words are not here yet.');
  return fetched();
}
