/**
 * The machine's words in the language of the page that shows them. A browser fetches them with a scenario's file: until
 * then there is nothing that the machine could say.
 */

import { signal } from '@preact/signals';

import type { MachineWords } from '#playground/words/words.ts';
import { inPageLanguage } from './in-page-language.ts';

const fetchWords = async () =>
  inPageLanguage<MachineWords>((await import('#playground/words/words.ts')).languages);

/** There at once while pages are built. */
const fetched = signal(import.meta.env.SSR ? await fetchWords() : undefined);

/** Fetches the words. Rejects where they cannot be had. */
export async function loadMachineWords(): Promise<void> {
  fetched.value = await fetchWords();
}

/** What the machine has to say in the page's language. Throws before the words are there. */
export function pageMachineWords(): MachineWords {
  const words = fetched.value;
  if (words === undefined) throw new Error('No words yet');
  return words();
}

/** The same where the reader may be first; `undefined` until they are here, which a signal's reader hears. */
export function machineWordsOnceHere(): MachineWords | undefined {
  if (fetched.value === undefined) void loadMachineWords().catch(() => undefined);
  return fetched.value?.();
}
