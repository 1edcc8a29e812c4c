/** Picks the workbench's words of a language, without those of the pages, which a browser need not fetch. */

import { enWorkbench } from './en-workbench.ts';
import type { Strings } from './strings.ts';

const dictionaries: Readonly<Record<string, Strings['workbench']>> = { en: enWorkbench };

/** The words for a language tag such as `en` or `zh-CN`; English where we have none. */
export function workbenchStrings(language: string | undefined): Strings['workbench'] {
  return dictionaries[language ?? 'en'] ?? enWorkbench;
}
