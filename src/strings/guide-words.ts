/** Words of the guide for a facilitator, which are rendered when the site is built: no script of a page may import them. */

import { guide as en } from './en/guide.ts';
import { inPageLanguage } from './in-page-language.ts';

/** What each language fills in. */
export type GuideWords = typeof en;

export const guideWords = inPageLanguage<GuideWords>({ en });
