/** Words that the scripts of a page say, outside the playground. */

import { inPageLanguage } from './in-page-language.ts';
import { scripts as en } from './en/scripts.ts';

/** What each language fills in. */
export type ScriptWords = typeof en;

export const scriptWords = inPageLanguage<ScriptWords>({ en });
