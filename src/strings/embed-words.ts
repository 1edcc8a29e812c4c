/** Words for playgrounds inside a team's own pages, which come with the pages that need them. */

import { embed as en } from './en/embed.ts';
import { inPageLanguage } from './in-page-language.ts';

/** What each language fills in. */
export type EmbedWords = typeof en;

export const embedWords = inPageLanguage<EmbedWords>({ en });
