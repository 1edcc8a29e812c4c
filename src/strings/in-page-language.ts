/** The one way from a dictionary to the words of a page: by the page's language. */

import { language } from './language.ts';
import { type Language, pseudoLanguage } from './languages.ts';
import { pseudo } from './pseudo.ts';

/** Gives the words in the language of the page that is shown or rendered, or in that of the tag; English where it has none. */
type InPageLanguage<Words> = (tag?: string) => Words;

/** Makes such a function from the words in each language. */
export function inPageLanguage<Words>(written: Readonly<Record<Language, Words>>): InPageLanguage<Words> {
  const all = new Map<string, Words>(Object.entries(written));
  if (pseudoLanguage !== undefined) all.set(pseudoLanguage, pseudo(written.en));
  return (tag = language()) => all.get(tag) ?? written.en;
}
