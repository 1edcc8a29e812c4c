/** Words of the presenter view, which come with it. */

import { inPageLanguage } from './in-page-language.ts';
import { present as en } from './en/present.ts';

/** What each language fills in. */
export type PresentWords = typeof en;

export const presentWords = inPageLanguage<PresentWords>({ en });
