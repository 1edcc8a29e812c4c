/** Picks the dictionary of a language. A new language is a file beside `en.ts` and one line here. */

import { en } from './en.ts';

/** The shape that each language fills in. */
export type Strings = typeof en;

const dictionaries: Readonly<Record<string, Strings>> = { en };

/** The words for a language tag such as `en` or `zh-CN`; English where we have none. */
export function strings(language: string | undefined): Strings {
  return dictionaries[language ?? 'en'] ?? en;
}
