/** Words of what is shared of a run; they come with the first link that is copied or opened. */

import { sharing as en } from './en/sharing.ts';
import { inPageLanguage } from './in-page-language.ts';

/** What each language fills in. */
export type SharingWords = typeof en;

export const sharingWords = inPageLanguage<SharingWords>({ en });
